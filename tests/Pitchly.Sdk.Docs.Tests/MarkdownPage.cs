using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pitchly.Docs.Tests;

/// <summary>A Markdown file, parsed as GitHub parses it.</summary>
internal sealed partial class MarkdownPage
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseTaskLists()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly string[] _lines;
    private readonly MarkdownDocument _document;

    private MarkdownPage(string text)
    {
        _lines = text.Split('\n');
        _document = Markdown.Parse(text, GitHub);
    }

    public IEnumerable<FencedCodeBlock> Fences => _document.Descendants<FencedCodeBlock>();

    public IEnumerable<string> InlineCode =>
        _document.Descendants<CodeInline>().Select(code => new string(code.Delimiter, code.DelimiterCount) + code.Content);

    /// <summary>Gets the literal text, without code and the addresses of links.</summary>
    public IEnumerable<string> Texts => _document.Descendants<LiteralInline>().Select(text => text.Content.ToString());

    /// <summary>Gets the source lines of the paragraphs.</summary>
    public IEnumerable<string> ParagraphLines => _document.Descendants<ParagraphBlock>()
        .Where(paragraph => paragraph.Parent is not TableCell)
        .SelectMany(paragraph => _lines[paragraph.Line..(LineAt(paragraph.Span.End) + 1)]);

    /// <summary>Gets the lines of each table: its header, its delimiter row, and its rows.</summary>
    public IEnumerable<IReadOnlyList<string>> Tables => _document.Descendants<Table>()
        .Select(table => _lines[table.Line..(table.LastChild!.Line + 1)]);

    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(link => link.Url!);

    /// <summary>Gets the links whose text is code.</summary>
    public IEnumerable<(string Text, string Url)> CodeLinks => _document.Descendants<LinkInline>()
        .Where(link => link.FirstChild is CodeInline)
        .Select(link => (((CodeInline)link.FirstChild!).Content, link.Url!));

    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id!);

    /// <summary>Reads the file at a path in the repository.</summary>
    public static MarkdownPage Read(string path) => Parse(File.ReadAllText(Path.Combine(Repository.Root, path)));

    public static MarkdownPage Parse(string text) => new(text.ReplaceLineEndings("\n"));

    /// <summary>Counts the cells of a table row. GitHub splits it at each pipe without a backslash, even in code.</summary>
    public static int Cells(string line) => Pipe().Count(line.Trim().Trim('|').TrimEnd()) + 1;

    private int LineAt(int position)
    {
        var line = 0;
        for (var end = _lines[0].Length; end < position; end += _lines[line].Length + 1)
        {
            line++;
        }

        return line;
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipe();
}
