using System.Diagnostics;

namespace Pitchly.Secrets;

/// <summary>
/// Compiles each project of a solution with its analyzers, and collects a log of each. The dependencies of the projects are built first and
/// without analyzers, so that a project that fails because of a finding does not hide the findings of others.
/// </summary>
internal sealed class SolutionBuild(string solution, string configuration, IReadOnlyList<string> properties)
{
    private const string Targets = "Collect.targets";

    /// <summary>Builds the solution. Afterwards, the folder contains the logs.</summary>
    /// <returns>The errors of the first build. A project with an error has no log.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(string logs, CancellationToken cancellationToken)
    {
        var targets = Path.Combine(logs, Targets);
        await using (var resource = typeof(SolutionBuild).Assembly.GetManifestResourceStream(Targets)!)
        await using (var file = File.Create(targets))
        {
            await resource.CopyToAsync(file, cancellationToken);
        }

        var errors = await BuildAsync(["-p:RunAnalyzers=false"], cancellationToken);
        _ = await BuildAsync(
            [
                "--no-restore", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=true", "-p:RunAnalyzersDuringBuild=true",
                $"-p:CustomAfterMicrosoftCommonTargets={targets}", $"-p:PitchlySecretLogs={logs}{Path.DirectorySeparatorChar}",
            ],
            cancellationToken);
        return errors;
    }

    private async Task<IReadOnlyList<string>> BuildAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet",
            ["build", solution, "-c", configuration, "-nologo", "-clp:ErrorsOnly;NoSummary", .. properties.Select(one => $"-p:{one}"),
                .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var problems = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken) + await problems;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? []
                : [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
