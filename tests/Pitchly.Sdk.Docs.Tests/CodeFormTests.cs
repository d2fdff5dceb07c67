using System.Text.RegularExpressions;

namespace Pitchly.Docs.Tests;

/// <summary>Tests that the code is readable: short lines, small files, and short test names.</summary>
public sealed partial class CodeFormTests
{
    private const int LongestLine = 140, LongestTestName = 60, LargestFile = 12 * 1024;

    /// <summary>Files that are excluded, because they are tables with one case per line, or emitted code.</summary>
    private static readonly string[] Tables = ["/TestCases/", "Cases.cs", ".verified.cs"];

    private static IEnumerable<string> Code => Repository.Files("*.cs").Where(path => !Tables.Any(path.Contains));

    [Fact]
    public void Lines_have_at_most_140_columns() => Assert.Empty(Code.SelectMany(path => Lines(path)
        .Index()
        .Where(line => line.Item.Length > LongestLine)
        .Select(line => $"{path}({line.Index + 1}): {line.Item.Length} columns")));

    [Fact]
    public void Files_have_at_most_12_KB() => Assert.Empty(Code
        .Select(path => (Path: path, new FileInfo(Path.Combine(Repository.Root, path)).Length))
        .Where(file => file.Length > LargestFile)
        .Select(file => $"{file.Path}: {file.Length} bytes"));

    [Fact]
    public void Names_of_tests_have_at_most_60_letters() => Assert.DoesNotContain(
        Code.Where(path => path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(Lines)
            .Select(line => TestName().Match(line).Groups[1].Value),
        name => name.Length > LongestTestName);

    private static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"^    public (?:async )?(?:Task|void|ValueTask) (\w+)\(")]
    private static partial Regex TestName();
}
