using System.Text.Json;
using System.Xml.Linq;

namespace Pitchly.Package.Tests;

/// <summary>Tests that a package references the sources from which it was built.</summary>
public sealed class SourceLinkTests(PackedSdk packages)
{
    /// <summary>The root of the sources in a PDB, independent of their folder.</summary>
    private const string Root = "/_/";

    public static TheoryData<string> Packages => ["Pitchly.Sdk", "Pitchly.Sdk.Browser", "Pitchly.Emulator"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Metadata_has_site_repository_and_changelog(string name)
    {
        var metadata = Metadata(name);
        var repository = metadata["repository"].Single();

        Assert.Equal(PackedSdk.BuildProperty("Site"), metadata["projectUrl"].Single().Value);
        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Equal(PackedSdk.BuildProperty("SourceRepository"), repository.Attribute("url")!.Value);
        Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")!.Value);
        Assert.Equal(PackedSdk.BuildProperty("SourceRepository") + "/blob/main/CHANGELOG.md", metadata["releaseNotes"].Single().Value);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Debuggers_find_the_sources_of_the_commit(string name)
    {
        using var symbols = await SymbolsAsync(name);
        var commit = Metadata(name)["repository"].Single().Attribute("commit")!.Value;

        var documents = JsonElement.Parse(symbols.SourceLinkJson).GetProperty("documents");

        Assert.Equal($"{PackedSdk.BuildProperty("RawFiles")}{commit}/*", documents.GetProperty(Root + "*").GetString());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Each_source_is_in_the_repository_or_embedded(string name)
    {
        using var symbols = await SymbolsAsync(name);
        var embedded = symbols.EmbeddedSources.Select(source => source.Path).ToHashSet();

        Assert.NotEmpty(symbols.Documents);
        Assert.All(symbols.Documents.Where(path => !embedded.Contains(path)), path =>
        {
            Assert.StartsWith(Root, path, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(PackedSdk.Repository, path[Root.Length..])), path);
        });
    }

    private ILookup<string, XElement> Metadata(string name)
    {
        using var archive = packages.Open(name);
        using var reader = new StreamReader(archive.GetEntry($"{name}.nuspec")!.Open());
        return XDocument.Load(reader).Descendants().ToLookup(element => element.Name.LocalName);
    }

    private async Task<Symbols> SymbolsAsync(string name)
    {
        using var archive = packages.Open(name, "snupkg");
        await using var stream = await archive.GetEntry($"lib/net10.0/{name}.pdb")!.OpenAsync(TestContext.Current.CancellationToken);
        var pdb = new MemoryStream();
        await stream.CopyToAsync(pdb, TestContext.Current.CancellationToken);
        pdb.Position = 0;
        return new Symbols(pdb);
    }
}
