using System.Diagnostics;

namespace Pitchly.Sdk.Benchmarks;

/// <summary>Runs the Kiota tool, whose version stands in the manifest of .NET tools.</summary>
internal static class KiotaTool
{
    private static readonly Lazy<bool> Restored = new(() =>
    {
        Run("tool", "restore");
        return true;
    });

    /// <summary>Generates a C# client.</summary>
    /// <param name="document">The OpenAPI document's path.</param>
    /// <param name="output">The folder of the code.</param>
    /// <param name="options">More options of the tool.</param>
    /// <returns>How long it took, as a process.</returns>
    /// <exception cref="InvalidOperationException">The tool failed.</exception>
    public static TimeSpan Generate(string document, string output, params ReadOnlySpan<string> options)
    {
        _ = Restored.Value;
        var start = Stopwatch.GetTimestamp();
        Run(["kiota", "generate", "--language", "csharp", "--openapi", document, "--output", output, .. options]);
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Run(params string[] arguments)
    {
        var start =
            new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        start.Environment["KIOTA_TUTORIAL_ENABLED"] = "false";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet {string.Join(' ', arguments)}' ended with {process.ExitCode}: {output}");
        }
    }
}
