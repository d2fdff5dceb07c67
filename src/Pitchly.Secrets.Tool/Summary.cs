using Spectre.Console;

namespace Pitchly.Secrets;

/// <summary>Prints a summary of the findings.</summary>
internal static class Summary
{
    /// <summary>The width of piped output. It is large enough for any row, so that lines are not wrapped.</summary>
    private const int WidthOfPipe = 400;

    public static void Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfPipe;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in (string[])["Project", "Rule", "Level", "Location", "State"])
        {
            table.AddColumn(title);
        }

        foreach (var finding in findings)
        {
            table.AddRow(((string[])
            [
                finding.Project, finding.Rule, finding.Level, $"{finding.File}:{finding.Line}:{finding.Column}", StateOf(finding.State),
            ]).Select(Markup.Escape).ToArray());
        }

        if (findings.Count > 0)
        {
            console.Write(table);
        }

        console.MarkupLineInterpolated($"{findings.Count} findings: {Count(findings, FindingState.Open)} open, {Count(findings,
            FindingState.InCode)} suppressed in the code, {Count(findings, FindingState.InBaseline)} in the baseline.");
    }

    private static int Count(IReadOnlyList<Finding> findings, FindingState state) => findings.Count(one => one.State == state);

    private static string StateOf(FindingState state) => state switch
    {
        FindingState.InCode => "suppressed in the code",
        FindingState.InBaseline => "in the baseline",
        _ => "open",
    };
}
