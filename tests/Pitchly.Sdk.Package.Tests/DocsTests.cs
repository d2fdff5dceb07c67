using System.Text.RegularExpressions;

namespace Pitchly.Package.Tests;

/// <summary>What the pages promise: their links lead somewhere.</summary>
public sealed partial class DocsTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(PackedSdk.Repository, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(PackedSdk.Repository, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "node_modules" or "BenchmarkDotNet.Artifacts") && !path.EndsWith(".Shipped.md", StringComparison.Ordinal) && !path.EndsWith(".Unshipped.md", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(PackedSdk.Repository, page))!;
        Assert.All(
            Link().Matches(CodeBlock().Replace(File.ReadAllText(Path.Combine(PackedSdk.Repository, page)), "")).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal)),
            link =>
            {
                var parts = link.Split('#');
                var target = Path.GetFullPath(Path.Combine(folder, parts[0]));
                Assert.True(parts[0].Length == 0 || File.Exists(target) || Directory.Exists(target), $"{link} leads nowhere.");
                if (parts is [_, var anchor])
                {
                    var text = File.ReadAllText(parts[0].Length == 0 ? Path.Combine(PackedSdk.Repository, page) : target);
                    Assert.Contains(anchor, Heading().Matches(text).Select(match => Slug(match.Groups[1].Value)));
                }
            });
    }

    private static string Slug(string heading) => NotInSlug().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInSlug();
}
