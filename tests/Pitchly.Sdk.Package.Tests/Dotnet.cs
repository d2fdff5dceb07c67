using System.Diagnostics;

namespace Pitchly.Package.Tests;

/// <summary>Runs the command line of the .NET SDK as a user does.</summary>
internal static class Dotnet
{
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, params IEnumerable<string> arguments) =>
        RunAsync(folder, "dotnet", arguments);

    public static Task<(int ExitCode, string Output)> RunAsync(string folder, string program, IEnumerable<string> arguments) =>
        RunAsync(StartInfo(folder, program, arguments));

    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }

    /// <summary>
    /// Returns the start information of a program, with redirected output and without the variables of the test run's own build.
    /// </summary>
    public static ProcessStartInfo StartInfo(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static bool IsOfTestRun(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase);
}
