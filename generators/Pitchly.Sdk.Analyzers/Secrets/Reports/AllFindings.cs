using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>
/// Decides, when all findings are known, which place claims a literal, and tells them in a fixed order: both follow from the program's
/// text, whichever thread came first. An editor is told at once of what needs no such decision: a literal that a place in its own body
/// claims.
/// </summary>
internal sealed class AllFindings(bool isLive)
{
    private readonly ConcurrentQueue<Finding> _waiting = new();
    private readonly ConcurrentQueue<Diagnostic> _inFiles = new();
    private readonly ConcurrentDictionary<(SyntaxTree, TextSpan, string), bool> _told = new();
    private readonly ConcurrentQueue<Diagnostic> _toldInCode = new();

    /// <summary>Takes the findings of one body.</summary>
    public void Take(IReadOnlyCollection<Finding> found, Action<Diagnostic> report)
    {
        foreach (var claims in found.GroupBy(finding => finding.Key))
        {
            var first = First(claims);
            if (isLive && first.IsOwn)
            {
                _told.TryAdd(first.Key, true);
                _toldInCode.Enqueue(first.Diagnostic);
                report(first.Diagnostic);
            }
            else
            {
                _waiting.Enqueue(first);
            }
        }
    }

    /// <summary>Takes a finding of a file besides C#.</summary>
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

    /// <summary>Tells what has waited.</summary>
    public void End(Action<Diagnostic> report)
    {
        var decided = _waiting.GroupBy(finding => finding.Key).Where(claims => !_told.ContainsKey(claims.Key))
            .Select(claims => First(claims).Diagnostic).ToList();
        var inCode = new HashSet<(string, int)>(decided.Concat(_toldInCode).Select(LineOf));
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

    /// <summary>The line where a finding stands for people: what the C# of a page has told is not told of the page again.</summary>
    private static (string Path, int Line) LineOf(Diagnostic finding)
    {
        var at = finding.Location.GetMappedLineSpan();
        return (at.Path, at.StartLinePosition.Line);
    }

    /// <summary>The place in the literal's own body comes first, then the strongest, then the first by file and position.</summary>
    private static Finding First(IEnumerable<Finding> claims) => claims
        .OrderByDescending(finding => finding.IsOwn)
        .ThenByDescending(finding => finding.Strength)
        .ThenBy(finding => finding.Sink.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(finding => finding.Sink.Span)
        .ThenBy(finding => finding.Diagnostic.GetMessage(), StringComparer.Ordinal)
        .First();
}
