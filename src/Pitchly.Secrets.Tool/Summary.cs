using Spectre.Console;

namespace Pitchly.Secrets;

/// <summary>Tells people what was found.</summary>
internal static class Summary
{
    /// <summary>Wide enough for any row, so that what reads a pipe gets whole lines.</summary>
    private const int WidthOfPipe = 400;

    public static void Print(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfPipe;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in (string[])["Project", "Rule", "Level", "Place", "State"])
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
