using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Tests;

/// <summary>
/// A file of test cases. A comment on a line states the expectation: <c>// PITCHLY3001: why</c> for a finding, <c>// silent: why</c> for
/// none. Every finding on every line must be expected.
/// </summary>
internal sealed partial class CaseFile
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<CaseFile>>> Files = new();

    private CaseFile(string name, ImmutableArray<Case> cases, ImmutableArray<Diagnostic> findings)
    {
        Name = name;
        Cases = cases;
        Findings = findings;
    }

    public string Name { get; }

    public ImmutableArray<Case> Cases { get; }

    public ImmutableArray<Diagnostic> Findings { get; }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "TestCases");

    public static IEnumerable<string> All => Names("Secrets").Concat(Names("Use"));

    public static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(Path.Combine(Folder, folder), "*.cs")
            .Select(path => Path.Combine(folder, Path.GetFileName(path)))
            .Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static IEnumerable<Case> Read(string name) => Parse(name, File.ReadAllLines(Path.Combine(Folder, name)));

    /// <summary>Returns the syntax trees of a case file and of the stubs that all case files can use.</summary>
    public static IEnumerable<SyntaxTree> Trees(string name) =>
        [
            Harness.Parse(Text(name), name),
            .. Directory.GetFiles(Path.Combine(Folder, "Stubs"), "*.cs").Select(path => Harness.Parse(File.ReadAllText(path), path))
        ];

    public static Task<CaseFile> AnalyzeAsync(string name) => Files.GetOrAdd(name, key => new(() => RunAsync(key))).Value;

    /// <summary>Returns the rule IDs that were reported on a line, counted from 1.</summary>
    public IEnumerable<string> FoundOn(int line) => Findings
        .Where(finding => finding.Location.GetLineSpan().StartLinePosition.Line + 1 == line)
        .Select(finding => finding.Id)
        .Distinct();

    private static async Task<CaseFile> RunAsync(string name)
    {
        var compilation = Harness.Compile(Trees(name));
        var isBroken = name.Contains("Broken", StringComparison.Ordinal);
        Assert.True(isBroken || !compilation.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error),
            string.Join('\n', compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error)));
        var findings = await Harness.AnalyzeAsync(compilation);
        return new CaseFile(name, [.. Read(name)], [.. findings.Where(one => one.Location.GetLineSpan().Path == name
            && one.Id.StartsWith(name.StartsWith("Use", StringComparison.Ordinal) ? "PITCHLY2" : "PITCHLY3", StringComparison.Ordinal))]);
    }

    private static ImmutableArray<Case> Parse(string name, string[] lines) =>
    [
        .. lines.Select((text, index) => (Match: Expectation().Match(text), Line: index + 1))
            .Where(found => found.Match.Success)
            .Select(found => new Case(name, found.Line, found.Match.Groups["id"].Value, found.Match.Groups["why"].Value.Trim())),
    ];

    [GeneratedRegex(@"//\s*(?<id>PITCHLY\d{4}|silent):\s*(?<why>.*)$")]
    private static partial Regex Expectation();
}

/// <summary>A line of a case file, and the expectation for it.</summary>
public sealed record Case(string File, int Line, string Expected, string Why)
{
    public override string ToString() => $"{File}:{Line} {Expected}: {Why}";
}
