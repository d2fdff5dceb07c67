using System.IO.Compression;
using System.Text.Json;

namespace Pitchly.Package.Tests;

/// <summary>Tests that each schema references the JSON Schema that editors use for completion, at a location where it exists.</summary>
public sealed class SchemaLinkTests(PackedSdk packages)
{
    private const string Folder = "src/Pitchly.Sdk/Schemas";
    private const string Dialect = "pitchly-schema-1.0.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly string Id = Member(File.ReadAllText(Path.Combine(PackedSdk.Repository, Folder, Dialect)), "$id");

    /// <summary>Gets the schemas of the samples and of the SDK itself.</summary>
    public static TheoryData<string> Schemas =>
    [
        .. new[] { "samples", Folder }
            .Select(folder => Path.Combine(PackedSdk.Repository, folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.pitchly.json", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(PackedSdk.Repository, file)),
    ];

    /// <summary>Gets the pages that show whole schemas.</summary>
    public static TheoryData<string> Pages => [.. DocsPage.All.Where(page => WholeSchemas(page).Any()).Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Schema_of_the_repository_references_the_dialect(string path)
    {
        var file = Path.Combine(PackedSdk.Repository, path);

        var named = Path.Combine(Path.GetDirectoryName(file)!, Member(File.ReadAllText(file), "$schema"));

        Assert.Equal(Id, Member(File.ReadAllText(named), "$id"));
    }

    [Theory]
    [InlineData("pitchly-app")]
    [InlineData("pitchly-console")]
    public void Schema_of_a_template_references_the_dialect_file(string template)
    {
        using var archive = packages.Open("Pitchly.Templates");
        var schema = archive.Entries.Single(entry => entry.FullName.StartsWith($"content/{template}/", StringComparison.Ordinal)
            && entry.Name.EndsWith(".pitchly.json", StringComparison.Ordinal));

        var named = new Uri(new Uri($"archive:/{schema.FullName}"), Member(Read(schema), "$schema")).AbsolutePath.TrimStart('/');

        Assert.Equal(Id, Member(Read(archive.GetEntry(named)!), "$id"));
    }

    [Theory]
    [InlineData("pitchly-app")]
    [InlineData("pitchly-console")]
    public void Editor_settings_of_a_template_reference_the_dialect(string template)
    {
        using var archive = packages.Open("Pitchly.Templates");

        var settings = JsonElement.Parse(Read(archive.GetEntry($"content/{template}/.vscode/settings.json")!));

        var wired = settings.GetProperty("json.schemas")[0];
        Assert.Equal("*.pitchly.json", wired.GetProperty("fileMatch")[0].GetString());
        Assert.NotNull(archive.GetEntry($"content/{template}/{wired.GetProperty("url").GetString()![2..]}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Schema_of_a_page_references_the_dialect_by_id(string path) =>
        Assert.All(WholeSchemas(new DocsPage(path)), schema => Assert.Equal(Id, Member(schema, "$schema")));

    private static IEnumerable<string> WholeSchemas(DocsPage page) =>
        page.Blocks("json").Where(block => block.Contains("\"pitchly\":", StringComparison.Ordinal));

    private static string Member(string json, string name)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        return document.RootElement.GetProperty(name).GetString()!;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
