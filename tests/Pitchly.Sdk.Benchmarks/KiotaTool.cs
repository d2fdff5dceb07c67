using System.Diagnostics;

namespace Pitchly.Sdk.Benchmarks;

/// <summary>Runs the Kiota tool. The manifest of .NET tools has its version.</summary>
internal static class KiotaTool
{
    private static readonly Lazy<bool> Restored = new(() =>
    {
        Run("tool", "restore");
        return true;
    });

    /// <summary>Generates a C# client.</summary>
    /// <param name="document">The path of the OpenAPI document.</param>
    /// <param name="output">The folder for the code.</param>
    /// <param name="options">Additional options of the tool.</param>
    /// <returns>The duration of the tool's process.</returns>
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
