namespace Pitchly.Docs.Tests;

/// <summary>Tests that GitHub renders every page as intended.</summary>
public sealed class MarkdownTests
{
    private const string Fence = "```";

    public static TheoryData<string> Pages => [.. Repository.MarkdownFiles];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Fences_start_lines_and_are_closed(string path)
    {
        var page = MarkdownPage.Read(path);

        Assert.All(
            page.Fences, fence => Assert.True(fence.ClosingFencedCharCount > 0, $"The fence in line {fence.Line + 1} is not closed."));
        Assert.DoesNotContain(page.InlineCode, code => code.StartsWith(Fence, StringComparison.Ordinal));
        Assert.DoesNotContain(page.Texts, text => text.Contains(Fence, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Table_rows_have_as_many_cells_as_headers(string path)
    {
        var page = MarkdownPage.Read(path);

        Assert.DoesNotContain(page.ParagraphLines, line => line.TrimStart().StartsWith('|'));
        Assert.All(
            page.Tables, table => Assert.All(table, row => Assert.True(MarkdownPage.Cells(row) == MarkdownPage.Cells(table[0]), row)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_have_an_existing_file_and_anchor(string path)
    {
        var page = MarkdownPage.Read(path);

        Assert.DoesNotContain(page.Texts, text => text.Contains("](", StringComparison.Ordinal));
        Assert.All(page.Links, link => LinkTarget.Of(path, link)?.AssertExists());
    }

    [Theory]
    [InlineData("**How to fix.** ```csharp\nvar a = 1;\n```")]
    [InlineData("```csharp\nvar a = 1;")]
    public void Broken_fences_are_found(string text)
    {
        var page = MarkdownPage.Parse(text);

        Assert.True(page.Fences.Any(fence => fence.ClosingFencedCharCount == 0)
            || page.InlineCode.Any(code => code.StartsWith(Fence, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("| a | b |\n| --- |\n| 1 | 2 |")]
    [InlineData("| a | b |\n| --- | --- |\n| 1 |")]
    [InlineData("| a | b |\n| --- | --- |\n| `x|y` | 2 |")]
    public void Broken_tables_are_found(string text)
    {
        var page = MarkdownPage.Parse(text);

        Assert.True(
            page.ParagraphLines.Any(line => line.StartsWith('|'))
            || page.Tables.Any(table => table.Any(row => MarkdownPage.Cells(row) != MarkdownPage.Cells(table[0]))));
    }
}
