using System.Text.Json;
using Spectre.Console;

namespace Pitchly.Secrets;

/// <summary>
/// One run of the command: it builds the solution, merges the logs, compares them with the baseline, and reports the result.
/// </summary>
internal sealed record Review(string Solution, string Output, string? Baseline, bool WritesBaseline, string? Reason, string Configuration,
    IReadOnlyList<string> Properties)
{
    private const int NothingOpen = 0;

    private const int SomethingOpen = 1;

    private const int NotDone = 2;

    /// <summary>
    /// Runs the review and returns the exit code: 0 if no finding is open, 1 if there are open findings, 2 if the review could not be
    /// completed.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var solution = Path.GetFullPath(Solution);
        if (!File.Exists(solution) && !Directory.Exists(solution))
        {
            return await FailAsync($"There is no '{Solution}'. Give a solution, a project, or the folder of one.");
        }

        if (WritesBaseline && string.IsNullOrWhiteSpace(Reason))
        {
            return await FailAsync("A baseline needs a reason: add --reason \"…\", which reviewers will read.");
        }

        var root = Directory.Exists(solution) ? solution : Path.GetDirectoryName(solution)!;
        var baselinePath = Baseline ?? Path.Combine(root, "secrets.baseline.json");
        var logs = Directory.CreateTempSubdirectory("pitchly-secrets-");
        try
        {
            var baseline = BaselineFile.Read(baselinePath);
            var errors = await new SolutionBuild(solution, Configuration, Properties).RunAsync(logs.FullName, cancellationToken);
            return await TellAsync(CompilerLogs.Read(logs.FullName, root), errors, baseline, baselinePath, root);
        }
        catch (JsonException error)
        {
            return await FailAsync($"'{baselinePath}' can't be read: {error.Message}");
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    private async Task<int> TellAsync(CompilerLogs logs, IReadOnlyList<string> errors, BaselineFile baseline, string baselinePath,
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
                $"The baseline's {entry.Rule} of {entry.Project}, {entry.File} ({entry.Fingerprint}) is found no more; take it out.");
        }

        foreach (var entry in baseline.Findings.Where(entry => string.IsNullOrWhiteSpace(entry.Reason)))
        {
            AnsiConsole.MarkupLineInterpolated($"The baseline's {entry.Fingerprint} has no reason, and accepts nothing; give it one.");
        }

        if (problems.Count > 0 || logs.Projects.Count == 0)
        {
            return await FailAsync(string.Join('\n', ["Not every project could be looked at:", .. problems]));
        }

        return findings.Any(finding => finding.State == FindingState.Open) ? SomethingOpen : NothingOpen;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return NotDone;
    }
}
