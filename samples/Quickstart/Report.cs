using Spectre.Console;

namespace Quickstart;

/// <summary>Prints human-readable output: headings, aligned columns, and color if the terminal supports it.</summary>
internal sealed class Report
{
    private const int LabelWidth = 26;

    public void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold deepskyblue1]{text}[/]");
    }

    public void Fact(string label, string value) => Line("  ", label, value, "grey70");

    public void Event(string callback, string value) => Line("  → ", callback, value, "green");

    public void Rows(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))).NoWrap());
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        AnsiConsole.Write(table);
    }

    public static string Rows(long count) => count == 1 ? "1 row" : $"{count} rows";

    private static void Line(string indent, string label, string value, string colour) => AnsiConsole.Write(new Grid { Expand = false }
        .AddColumn(new GridColumn { Width = LabelWidth, NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
        .AddColumn(new GridColumn { Padding = new Padding(0) })
        .AddRow(new Text(indent + label, Style.Parse(colour)), new Text(value)));
}
