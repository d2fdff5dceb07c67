using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Docs.Tests;

/// <summary>
/// Tests that the code has the format that <c>dotnet format</c> gives it by .editorconfig. Each build checks the rules of code style.
/// </summary>
public sealed class FormatTests : IDisposable
{
    private const string EditorConfig = ".editorconfig";

    /// <summary>Code that no project of this repository compiles as its own: cases of the analyzer, and emitted code.</summary>
    private static readonly string[] NotCompiled = ["/TestCases/", ".verified.cs"];

    private readonly AdhocWorkspace _workspace = new();
    private readonly Project _project;

    public FormatTests() => _project = _workspace
        .AddProject("Code", LanguageNames.CSharp)
        .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview))
        .AddAnalyzerConfigDocument(EditorConfig, SourceText.From(Read(EditorConfig)), filePath: FullPath(EditorConfig))
        .Project;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Code_is_formatted()
    {
        var wrong = new List<string>();
        foreach (var path in Repository.Files("*.cs").Where(path => !NotCompiled.Any(path.Contains)))
        {
            if (await WrongLineAsync(path, Read(path)) is { } line)
            {
                wrong.Add($"{path}({line})");
            }
        }

        Assert.True(wrong.Count == 0, $"Run 'dotnet format Pitchly.Sdk.sln'. It changes these files:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("using System;\nusing Zebra;\n\nclass A\n{\n    int _b;\n}\n", null)]
    [InlineData("class A\n{\n   int _b;\n}\n", 3)]
    [InlineData("using Zebra;\nusing System;\n\nclass A;\n", 1)]
    [InlineData("class A;\r\nclass B;\r\n", 1)]
    [InlineData("class A;\nclass B;", 2)]
    public async Task First_wrong_line_is_found(string code, int? line) => Assert.Equal(line, await WrongLineAsync("A.cs", code));

    /// <summary>Returns the number of the first line that the formatter changes, or <see langword="null"/> if it changes none.</summary>
    private async Task<int?> WrongLineAsync(string path, string code)
    {
        var document = _project.AddDocument(path, code, filePath: FullPath(path));
        var sorted = await Formatter.OrganizeImportsAsync(document, TestContext.Current.CancellationToken);
        var formatted = await Formatter.FormatAsync(sorted, cancellationToken: TestContext.Current.CancellationToken);
        var text = (await formatted.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        var (actual, expected) = (code.Split('\n'), (text.TrimEnd('\n') + "\n").Replace("\r", "", StringComparison.Ordinal).Split('\n'));
        var same = actual.Zip(expected).TakeWhile(lines => lines.First == lines.Second).Count();
        return same == actual.Length && same == expected.Length ? null : Math.Min(same + 1, actual.Length);
    }

    private static string FullPath(string path) => Path.Combine(Repository.Root, path);

    private static string Read(string path) => File.ReadAllText(FullPath(path));
}
