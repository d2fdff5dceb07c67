using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Analyzers.Tests;

/// <summary>
/// Tests programs of several projects. An editor provides a referenced project as a compilation, whose symbols have source; a build
/// provides it as a file. The findings are the same.
/// </summary>
public sealed class ProjectsTests
{
    private const string Options =
        "public class Options { public string ClientSecret { get; set; } = \"\"; public string ApiKey { get; set; } = \"\"; }";

    public static TheoryData<string, string, string, string> Programs => new()
    {
        {
            "an out argument of another project",
            "public static class Lib { public static bool Read(string name, out string value) { value = "
                + "Environment.GetEnvironmentVariable(name) ?? \"\"; return true; } }",
            "class C { void M(Options o) { Lib.Read(\"N\", out var s); o.ClientSecret = s; o.ApiKey = \"q7Rz81LmKx0V\"; } }",
            "PITCHLY3001:1:88"
        },
        {
            "an out argument that another project sets to a literal",
            "public static class Lib { public static void Read(out string value) => value = \"q7Rz81LmKx0V\"; }",
            "class C { void M(Options o) { Lib.Read(out var s); o.ClientSecret = s; } }",
            ""
        },
        {
            "a ref argument, a field by ref",
            "public static class Lib { public static void Fill(ref string? value) => value ??= \"q7Rz81LmKx0V\"; }",
            "class C { string? _secret = \"w3TnYb5Hq7Rz\"; void M(Options o) { Lib.Fill(ref _secret); o.ClientSecret = _secret!; } }",
            "PITCHLY3001:1:29"
        },
        {
            "methods, properties and fields of another project",
            "public class Lib { public static string Get() => \"q7Rz81LmKx0V\"; public string Value { get; set; } = \"q7Rz81LmKx0V\"; "
                + "public static readonly string Head = \"q7Rz81LmKx0V\"; }",
            "class C { void M(Options o) { o.ClientSecret = Lib.Get(); o.ApiKey = new Lib().Value; o.ApiKey = Lib.Head; } }",
            ""
        },
        {
            "a constant of another project",
            "public static class Lib { public const string Phrase = \"q7Rz81LmKx0V\"; public const string AppSecret = \"w3TnYb5Hq7Rz\"; }",
            "class C { void M(Options o) { o.ClientSecret = Lib.Phrase; N(Lib.AppSecret); } void N(string s) { } }",
            "PITCHLY3006:1:48 PITCHLY3006:1:62"
        },
        {
            "a record, a tuple, an iterator and a lambda across projects",
            "public record Pair(string Id, string Word = \"q7Rz81LmKx0V\"); public static class Lib { public static IEnumerable<string> "
                + "All() { yield return \"q7Rz81LmKx0V\"; } public static string Run(Func<string, string> f) => f(\"q7Rz81LmKx0V\"); }",
            "class C { void M(Options o) { o.ClientSecret = new Pair(\"id\", \"w3TnYb5Hq7Rz\").Word; o.ClientSecret = Lib.All().First(); "
                + "o.ClientSecret = Lib.Run(s => s); var (_, w) = new Pair(\"id\"); o.ApiKey = w; } }",
            ""
        },
        {
            "a base class and an interface of another project",
            "public abstract class Base { protected abstract string Read(); protected string Kept = \"q7Rz81LmKx0V\"; } public interface "
                + "IRead { string Get(); }",
            "class C : Base, IRead { protected override string Read() => \"w3TnYb5Hq7Rz\"; public string Get() => \"Zk81LmKx0Vw3\"; void "
                + "M(Options o, IRead r) { o.ClientSecret = Read(); o.ApiKey = r.Get(); o.ApiKey = Kept; } }",
            "PITCHLY3001:1:100 PITCHLY3001:1:61"
        },
        {
            "a literal that is given to another project's method",
            "public static class Lib { public static void Send(string clientSecret) { } public static void Keep(string text) { Secret = "
                + "text; } static string? Secret; public static string Echo(string s) => s; }",
            "class C { void M(Options o) { Lib.Send(\"q7Rz81LmKx0V\"); Lib.Keep(\"w3TnYb5Hq7Rz\"); o.ApiKey = "
                + "Lib.Echo(\"Zk81LmKx0Vw3\"); } }",
            "PITCHLY2004:1:31 PITCHLY3001:1:40"
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Project_and_package_reference_have_the_same_findings(string why, string library, string client, string expected)
    {
        var referenced = Harness.Compile(Harness.Parse(library + Options, "Lib.cs")).WithAssemblyName("Lib");

        var inEditor = await FoundAsync(client, referenced.ToMetadataReference());
        var inBuild = await FoundAsync(client, Image(referenced));

        Assert.Equal(inBuild, inEditor);
        Assert.True(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(inBuild.Select(one => one.Split(' ')[0])), $"{why}: {string.Join(", ", inBuild)}");
    }

    /// <summary>
    /// The build of a client passes the files of its referenced projects to the analyzer, which has no other source for them.
    /// </summary>
    [Theory]
    [InlineData("public static readonly string Head = \"q7Rz81LmKx0V\";", 1)]
    [InlineData("public static readonly string Head = \"q7Rz81\" + \"LmKx0V\";", 1)]
    [InlineData("public static string Head => \"q7Rz81LmKx0V\";", 1)]
    [InlineData("public static string Head { get; } = \"q7Rz81LmKx0V\";", 1)]
    [InlineData("public static readonly string Head = Environment.GetEnvironmentVariable(\"HEAD\") ?? \"\";", 0)]
    [InlineData("public static readonly string Head = \"<client-secret>\";", 0)]
    [InlineData("public static string Head { get; set; } = \"q7Rz81LmKx0V\";", 0)]
    public async Task Static_text_of_a_referenced_project_is_found(string member, int expected)
    {
        var library = $"public static class Other {{ public const string Head = \"\"; }} public static class Lib {{ {member} }}";
        var referenced = Harness.Compile(Harness.Parse(library + Options, "Lib.cs")).WithAssemblyName("Lib");
        const string Client = "class C { void M(Options o) { o.ClientSecret = Lib.Head; } }";

        var inEditor = await FoundAsync(Client, referenced.ToMetadataReference(), new TextFile("/lib/Lib.cs", library));
        var inBuild = await FoundAsync(Client, Image(referenced), new TextFile("/lib/Lib.cs", library));

        Assert.Equal(inBuild, inEditor);
        Assert.Equal(Enumerable.Repeat("PITCHLY3006:1:48", expected), inBuild.Select(one => one.Split(' ')[0]));
    }

    private static async Task<IEnumerable<string>> FoundAsync(string client, MetadataReference reference, params TextFile[] files)
    {
        var compilation = Harness.Compile(Harness.Parse(client)).AddReferences(reference);
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken), one => one.Severity == DiagnosticSeverity.Error);
        var found = await Harness.AnalyzeAsync(compilation, files: files, cancellationToken: TestContext.Current.CancellationToken);
        return found.Select(Describe).Order(StringComparer.Ordinal);
    }

    private static string Describe(Diagnostic finding)
    {
        var start = finding.Location.GetLineSpan().StartLinePosition;
        return $"{finding.Id}:{start.Line + 1}:{start.Character + 1} {finding.GetMessage(null)}";
    }

    private static PortableExecutableReference Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
