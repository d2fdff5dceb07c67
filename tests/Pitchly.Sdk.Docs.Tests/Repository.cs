using System.Reflection;

namespace Pitchly.Docs.Tests;

internal static class Repository
{
    private static readonly string[] Built = ["bin", "obj", "node_modules", "BenchmarkDotNet.Artifacts", "artifacts", ".git"];

    public static string Root { get; } = Path.GetFullPath(BuildProperty("Repository"));

    /// <summary>Gets the address of the docs site from Directory.Build.props.</summary>
    public static string Site { get; } = BuildProperty("Site");

    /// <summary>Gets the address of the repository on the web from Directory.Build.props.</summary>
    public static string Sources { get; } = BuildProperty("Sources");

    /// <summary>Gets the paths of all Markdown files, relative to <see cref="Root"/>.</summary>
    public static IEnumerable<string> MarkdownFiles => Files("*.md");

    /// <summary>Returns the paths of the source files that match a pattern, without build output, relative to <see cref="Root"/>.</summary>
    public static IEnumerable<string> Files(string pattern) => Directory
        .GetFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(Built.Contains))
        .Order(StringComparer.Ordinal);

    private static string BuildProperty(string name) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == name).Value!;
}
