namespace Pitchly.Docs.Tests;

/// <summary>The target of a link: a file of the repository, and optionally an anchor in it.</summary>
internal sealed record LinkTarget(string Link, string Path, string? Anchor)
{
    private const string Page = ".md";
    private const string PageOnSite = ".html";

    /// <summary>Returns the target of a link on a page, or <see langword="null"/> if it is on another site.</summary>
    public static LinkTarget? Of(string page, string link)
    {
        var (address, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        if (address.StartsWith(Repository.Site, StringComparison.Ordinal))
        {
            return new LinkTarget(link, OnSite(address[Repository.Site.Length..]), anchor);
        }

        if (Uri.IsWellFormedUriString(address, UriKind.Absolute))
        {
            return null;
        }

        var folder = System.IO.Path.GetDirectoryName(page)!;
        return new LinkTarget(link, address.Length == 0 ? page : System.IO.Path.Combine(folder, Uri.UnescapeDataString(address)), anchor);
    }

    public void AssertExists()
    {
        Assert.True(System.IO.Path.Exists(System.IO.Path.Combine(Repository.Root, Path)), $"{Link} leads nowhere.");
        if (Anchor is not null)
        {
            Assert.Contains(Anchor, MarkdownPage.Read(Path).Anchors);
        }
    }

    /// <summary>Returns the source file of a path on the site, which has the pages of <c>docs</c> as HTML, and the JSON Schema.</summary>
    private static string OnSite(string path) => path switch
    {
        "" => "docs/README.md",
        _ when path.StartsWith("schemas/", StringComparison.Ordinal) => "src/Pitchly.Sdk/Schemas/" + path["schemas/".Length..],
        _ when path.EndsWith(PageOnSite, StringComparison.Ordinal) => "docs/" + path[..^PageOnSite.Length] + Page,
        _ => path,
    };
}
