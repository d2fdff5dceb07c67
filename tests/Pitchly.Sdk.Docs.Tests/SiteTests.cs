using System.Text.Json;

namespace Pitchly.Docs.Tests;

/// <summary>Tests that the site has guides, diagnostics, the API reference, and a search that finds them.</summary>
[Trait("Speed", "Slow")]
public sealed class SiteTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void Each_diagnostic_leads_to_a_page()
    {
        Assert.NotEmpty(HelpLinkTests.Addresses);
        Assert.All(HelpLinkTests.Addresses, address => Assert.True(File.Exists(site.FileAt(address)), address));
    }

    [Fact]
    public void Links_to_the_site_have_a_page()
    {
        var addresses = Repository.MarkdownFiles
            .SelectMany(path => MarkdownPage.Read(path).Links)
            .Where(link => link.StartsWith(Repository.Site, StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.True(File.Exists(site.FileAt(address)), address));
    }

    [Fact]
    public void Schemas_are_served_at_their_ids()
    {
        Assert.True(File.Exists(site.FileAt($"{Repository.Site}schemas/pitchly-schema-1.0.json")));
        Assert.True(File.Exists(site.FileAt($"{Repository.Site}schemas/emulator-schema-1.0.json")));
    }

    [Theory]
    [InlineData("docs", "toc.json")]
    [InlineData("docs/diagnostics", "diagnostics/toc.json")]
    public void Each_page_is_in_the_table_of_contents(string folder, string contents)
    {
        var text = File.ReadAllText(Path.Combine(site.Folder, contents));
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.All(pages.Where(page => page != "README"), page => Assert.Contains($"\"{page}.html\"", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("server.html")]
    [InlineData("diagnostics/PITCHLY3001.html")]
    [InlineData("api/Pitchly.PitchlyAppClient.html")]
    [InlineData("api/Pitchly.Browser.PitchlyApp.html")]
    [InlineData("api/Pitchly.Emulator.PitchlyEmulator.html")]
    public void Page_is_found_by_search(string page)
    {
        var index = JsonElement.Parse(File.ReadAllText(Path.Combine(site.Folder, "index.json")));

        Assert.True(index.TryGetProperty(page, out var entry), page);
        Assert.NotEmpty(entry.GetProperty("title").GetString()!);
    }

    [Fact]
    public void Links_out_of_the_docs_target_the_repository()
    {
        var page = File.ReadAllText(Path.Combine(site.Folder, "architecture.html"));

        Assert.Contains($"href=\"{Repository.Sources}/blob/main/src/Pitchly.Sdk\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"../", page, StringComparison.Ordinal);
    }
}
