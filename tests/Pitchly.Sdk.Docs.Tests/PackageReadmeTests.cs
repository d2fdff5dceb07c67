namespace Pitchly.Docs.Tests;

/// <summary>Tests the README of each package, which a registry shows without the other files of the repository.</summary>
public sealed class PackageReadmeTests
{
    public static TheoryData<string> Readmes =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/').Split('/'))
            .Where(parts => parts.Length == 3)
            .Select(parts => $"src/{parts[1]}/README.md"),
    ];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Each_package_has_a_readme_with_absolute_links(string path)
    {
        var links = MarkdownPage.Read(path).Links.ToList();

        Assert.All(links, link => Assert.True(Uri.IsWellFormedUriString(link, UriKind.Absolute), link));
        Assert.Contains(links, link => link.StartsWith(Repository.Site, StringComparison.Ordinal));
    }
}
