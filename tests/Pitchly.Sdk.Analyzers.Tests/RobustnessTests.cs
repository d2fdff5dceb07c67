using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Tests;

/// <summary>Verifies that no input makes an analyzer throw. The harness fails the test if an analyzer throws.</summary>
[Trait("Speed", "Slow")]
public sealed class RobustnessTests
{
    private const int Programs = 300;

    private static readonly string[] Splices =
    [
        "{",
        "}",
        "(",
        ")",
        ";",
        "=",
        "\"",
        "=>",
        "new(",
        "await ",
        "await",
        "?? ",
        "..",
        "is { } x",
        "$\"{",
        "this",
        "ref ",
        "out ",
        "<T>",
        "null",
        "using ",
        "partial ",
        "where T : ",
        "//",
        "/*",
        "@",
        "[",
        "]",
        "switch {",
        "yield return ",
        "goto ",
        "base",
        "\0",
        "u8",
        "'"
    ];

    [Fact]
    public async Task Mutated_programs_do_not_crash_the_analyzer()
    {
        var sources = CaseFile.Names("Secrets").Concat(CaseFile.Names("Use")).Select(CaseFile.Text).ToArray();
        var mutation = Gen.Select(
            Gen.Int[0, sources.Length - 1], Gen.Select(Gen.Double.Unit, Gen.Int[0, Splices.Length + 2], Gen.Int[1, 40]).Array[1, 6]);
        await mutation.SampleAsync(
            async one => await Harness.AnalyzeAsync(Harness.Compile(Harness.Parse(Mutate(sources[one.Item1], one.Item2)))),
            iter: Programs,
            threads: 2);
    }

    /// <summary>
    /// Distributes the types of a case file over several projects that see each other's internals, as in an editor.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Several_projects_do_not_crash_the_analyzer(int projects)
    {
        foreach (var name in CaseFile.All.Where((_, index) => index % projects == 0))
        {
            await AnalyzeProjectsAsync(CaseFile.Text(name), projects);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Mutated_projects_do_not_crash_the_analyzer(int projects)
    {
        var sources = CaseFile.All.Select(CaseFile.Text).ToArray();
        var mutation = Gen.Select(
            Gen.Int[0, sources.Length - 1], Gen.Select(Gen.Double.Unit, Gen.Int[0, Splices.Length + 2], Gen.Int[1, 40]).Array[1, 6]);
        await mutation.SampleAsync(
            async one => await AnalyzeProjectsAsync(Mutate(sources[one.Item1], one.Item2), projects), iter: Programs / 20, threads: 2);
    }

    private static async Task AnalyzeProjectsAsync(string text, int projects)
    {
        var root = (CompilationUnitSyntax)await Harness.Parse(text).GetRootAsync();
        var types =
            root.DescendantNodes(node => node is not TypeDeclarationSyntax).Where(node => node is BaseTypeDeclarationSyntax).ToList();
        var references = new List<MetadataReference>();
        for (var project = 0; project < projects; project++)
        {
            var others = types.Where((_, index) => index % projects != project).ToList();
            var own = others.Count == types.Count ? root : root.RemoveNodes(others, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
            var friends = string.Concat(Enumerable
                .Range(0, projects)
                .Select(index => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"P{index}\")]"));
            var compilation = Harness.Compile(
                Harness.Parse(own.ToFullString(), $"P{project}.cs"),
                Harness.Parse(friends, "Friends.cs"),
                Harness.Parse(CaseFile.Text("Stubs/Platform.cs"), "Stubs.cs"))
                .WithAssemblyName($"P{project}").AddReferences(references);
            await Harness.AnalyzeAsync(compilation);
            references.Add(compilation.ToMetadataReference());
        }
    }

    /// <summary>For such texts, patterns that search for a closing delimiter take time that grows with the square of the length.</summary>
    [Theory]
    [InlineData("{{")]
    [InlineData("${")]
    [InlineData("<a")]
    [InlineData("@a(")]
    [InlineData("__")]
    public async Task Long_unterminated_texts_are_analyzed(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 500_000));

        await Harness.AnalyzeAsync(
            Harness.Compile(Harness.Parse($"class Settings {{ public string AppSecret = \"{text}\"; }}")),
            cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Sources_of_this_repository_have_no_secrets()
    {
        var trees = new[] { "src", "samples", "generators" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .Select(path => Harness.Parse(File.ReadAllText(path), path));

        var findings = await Harness.AnalyzeAsync(Harness.Compile(trees), cancellationToken: TestContext.Current.CancellationToken);

        var secrets = findings.Where(one => one.Id.StartsWith("PITCHLY3", StringComparison.Ordinal)).ToList();
        Assert.True(secrets.Count == 0, string.Join('\n', secrets));
    }

    private static string Mutate(string text, (double At, int What, int Length)[] mutations)
    {
        foreach (var (at, what, length) in mutations)
        {
            var start = (int)(at * text.Length);
            var count = Math.Min(length, text.Length - start);
            text = what < Splices.Length ? text.Insert(start, Splices[what]) : what == Splices.Length
                ? text.Remove(start, count)
                : text.Insert((int)(at * 7919 % 1 * text.Length), text.Substring(start, count));
        }

        return text;
    }
}
