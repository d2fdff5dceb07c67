using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Sdk.Benchmarks;

/// <summary>
/// Measures the generator in a process with the compiler's garbage collector settings: csc and VBCSCompiler run with System.GC.Server.
/// </summary>
internal static class CompilerProcess
{
    /// <summary>The argument that makes the process measure the generator.</summary>
    public const string Argument = "--quick-generator";

    /// <summary>Options that allow NaN, the value of a ratio that could not be measured.</summary>
    private static readonly JsonSerializerOptions Numbers = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Runs the process and returns the measured ratios.</summary>
    public static IEnumerable<Ratio> Measure()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CompilerProcess).Assembly.Location, Argument]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_gcServer"] = "1";
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<Ratio>(line, Numbers)!;
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process that measures the generator ended with {process.ExitCode}.");
        }
    }

    /// <summary>Writes the ratios, one per line.</summary>
    public static void Write(IEnumerable<Ratio> ratios)
    {
        foreach (var ratio in ratios)
        {
            Console.WriteLine(JsonSerializer.Serialize(ratio, Numbers));
        }
    }
}
