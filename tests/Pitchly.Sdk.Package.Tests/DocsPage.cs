using System.Text.RegularExpressions;

namespace Pitchly.Package.Tests;

/// <summary>A page of the documentation, or a section of one, with its code blocks.</summary>
internal sealed partial class DocsPage
{
    private readonly string _text;

    public DocsPage(string path)
        : this(path, File.ReadAllText(System.IO.Path.Combine(PackedSdk.Repository, path)))
    {
    }

    private DocsPage(string path, string text) => (Path, _text) = (path, text);

    /// <summary>Gets README.md and the pages under docs.</summary>
    public static IReadOnlyList<DocsPage> All =>
    [
        new("README.md"),
        .. Directory.GetFiles(System.IO.Path.Combine(PackedSdk.Repository, "docs"), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => new DocsPage(System.IO.Path.GetRelativePath(PackedSdk.Repository, file))),
    ];

    /// <summary>Gets the path within the repository.</summary>
    public string Path { get; }

    /// <summary>Gets the files on the page: code blocks whose opening fence names a file.</summary>
    public IEnumerable<(string Name, string Text)> Files => Block().Matches(_text)
        .Where(block => block.Groups["name"].Length > 0)
        .Select(block => (block.Groups["name"].Value, block.Groups["text"].Value));

    /// <summary>Returns the section with the specified heading.</summary>
    public DocsPage Section(string heading) =>
        new(Path, _text.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal)));

    /// <summary>Returns the code blocks of a language.</summary>
    public IEnumerable<string> Blocks(string language) => Block().Matches(_text)
        .Where(block => block.Groups["language"].Value == language)
        .Select(block => block.Groups["text"].Value);

    /// <summary>Returns a value indicating whether the page contains the specified text.</summary>
    public bool Says(string text) => _text.Contains(text, StringComparison.Ordinal);

    public override string ToString() => Path;

    [GeneratedRegex(@"^```(?<language>\w+) ?(?<name>\S*)\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
