using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>
/// Selects, when all findings are known, which sink claims a literal, and reports the findings in a fixed order. Both depend only on the
/// text of the program, not on the order of threads. In an editor, a finding that needs no such selection is reported immediately: one
/// whose sink is in the same body as its literal.
/// </summary>
internal sealed class AllFindings(bool isLive)
{
    private readonly ConcurrentQueue<Finding> _pending = new();
    private readonly ConcurrentQueue<Diagnostic> _inFiles = new();
    private readonly ConcurrentDictionary<(SyntaxTree, TextSpan, string), bool> _reported = new();
    private readonly ConcurrentQueue<Diagnostic> _reportedInCode = new();

    /// <summary>Adds the findings of one body.</summary>
    public void Take(IReadOnlyCollection<Finding> found, Action<Diagnostic> report)
    {
        foreach (var claims in found.GroupBy(finding => finding.Key))
        {
            var first = First(claims);
            if (isLive && first.IsOwn)
            {
                _reported.TryAdd(first.Key, true);
                _reportedInCode.Enqueue(first.Diagnostic);
                report(first.Diagnostic);
            }
            else
            {
                _pending.Enqueue(first);
            }
        }
    }

    /// <summary>Adds a finding that belongs to no body: in a file other than C#, or in raw text.</summary>
    public void Take(Diagnostic inFile, Action<Diagnostic> report)
    {
        if (isLive && !IsInPage(inFile))
        {
            report(inFile);
        }
        else
        {
            _inFiles.Enqueue(inFile);
        }
    }

    /// <summary>Reports the pending findings.</summary>
    public void End(Action<Diagnostic> report)
    {
        var decided = _pending.GroupBy(finding => finding.Key).Where(claims => !_reported.ContainsKey(claims.Key))
            .Select(claims => First(claims).Diagnostic).ToList();
        var inCode = new HashSet<(string, int)>(decided.Concat(_reportedInCode).Select(LineOf));
        foreach (var diagnostic in decided.Concat(_inFiles.Where(one => !IsInPage(one) || !inCode.Contains(LineOf(one))))
            .OrderBy(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(one => one.Location.SourceSpan)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .ThenBy(one => one.GetMessage(), StringComparer.Ordinal))
        {
            report(diagnostic);
        }
    }

    private static bool IsInPage(Diagnostic finding) => RazorSource.IsPage(finding.Location.GetLineSpan().Path);

    /// <summary>
    /// Returns the mapped line of a finding, which users see. A finding in a page is not reported if the page's C# already has one on the
    /// same line.
    /// </summary>
    private static (string Path, int Line) LineOf(Diagnostic finding)
    {
        var at = finding.Location.GetMappedLineSpan();
        return (at.Path, at.StartLinePosition.Line);
    }

    /// <summary>
    /// Selects the finding to report: first by whether its sink is in the literal's own body, then by strength, then by file and position.
    /// </summary>
    private static Finding First(IEnumerable<Finding> claims) => claims
        .OrderByDescending(finding => finding.IsOwn)
        .ThenByDescending(finding => finding.Strength)
        .ThenBy(finding => finding.Sink.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(finding => finding.Sink.Span)
        .ThenBy(finding => finding.Diagnostic.GetMessage(), StringComparer.Ordinal)
        .First();
}
