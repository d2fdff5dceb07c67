using System.Text.Json;
using Spectre.Console;

namespace Pitchly.Secrets;

/// <summary>
/// One run of the command: it builds the solution, merges the logs, compares them with the baseline, and reports the result.
/// </summary>
internal sealed record Review(string Solution, string Output, string? Baseline, bool WritesBaseline, string? Reason, string Configuration,
    IReadOnlyList<string> Properties)
{
    private const int NoOpenFindings = 0;

    private const int OpenFindings = 1;

    private const int NotCompleted = 2;

    /// <summary>
    /// Runs the review and returns the exit code: 0 if no finding is open, 1 if there are open findings, 2 if the review could not be
    /// completed.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var solution = Path.GetFullPath(Solution);
        if (!File.Exists(solution) && !Directory.Exists(solution))
        {
            return await FailAsync($"'{Solution}' does not exist. Specify a solution, a project, or the folder of one.");
        }

        if (WritesBaseline && string.IsNullOrWhiteSpace(Reason))
        {
            return await FailAsync("A baseline requires a reason. Add --reason \"…\" for its reviewers.");
        }

        var root = Directory.Exists(solution) ? solution : Path.GetDirectoryName(solution)!;
        var baselinePath = Baseline ?? Path.Combine(root, "secrets.baseline.json");
        BaselineFile baseline;
        try
        {
            baseline = BaselineFile.Read(baselinePath);
        }
        catch (JsonException error)
        {
            return await FailAsync($"The baseline '{baselinePath}' cannot be read: {error.Message}");
        }

        var logs = Directory.CreateTempSubdirectory("pitchly-secrets-");
        try
        {
            var errors = await new SolutionBuild(solution, Configuration, Properties).RunAsync(logs.FullName, cancellationToken);
            return await ReportAsync(CompilerLogs.Read(logs.FullName, root), errors, baseline, baselinePath, root);
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    private async Task<int> ReportAsync(CompilerLogs logs, IReadOnlyList<string> errors, BaselineFile baseline, string baselinePath,
        string root)
    {
        if (WritesBaseline)
        {
            baseline = baseline.With(logs.Findings, logs.Projects, Reason!);
            baseline.Write(baselinePath);
        }

        var findings = baseline.Accept(logs.Findings);
        List<string> problems =
        [
            .. errors,
            .. logs.Failures.Select(project => $"The analyzer failed in '{project}'; its findings may be missing."),
            .. logs.WithoutAnalyzer.Select(project => $"'{project}' does not have the analyzer; add the package Pitchly.Sdk to it."),
        ];
        new MergedLog(root, logs, baseline.Reasons).Write(Output, findings, problems);
        Summary.Print(AnsiConsole.Console, findings);
        foreach (var entry in baseline.Stale(findings, logs.Projects))
        {
            AnsiConsole.MarkupLineInterpolated(
                $"The baseline entry {entry.Fingerprint} ({entry.Rule} in {entry.Project}, {entry.File}) matches no finding. Remove it.");
        }

        foreach (var entry in baseline.Findings.Where(entry => string.IsNullOrWhiteSpace(entry.Reason)))
        {
            AnsiConsole.MarkupLineInterpolated($"The baseline entry {entry.Fingerprint} has no reason and accepts nothing. Add one.");
        }

        if (problems.Count > 0 || logs.Projects.Count == 0)
        {
            return await FailAsync(string.Join('\n', ["Some projects could not be analyzed:", .. problems]));
        }

        return findings.Any(finding => finding.State == FindingState.Open) ? OpenFindings : NoOpenFindings;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return NotCompleted;
    }
}
