using System.Diagnostics;
using System.Reflection;

namespace Pitchly.EndToEnd.Tests;

/// <summary>Runs a program of this repository as a user does.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static RunningProgram Start(string name, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "dotnet", [PathOf(name), .. arguments])
            { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        return new RunningProgram(process);
    }

    /// <summary>Returns the path of a program, or of the repository, from the metadata that the build writes into the assembly.</summary>
    public static string PathOf(string name) =>
        typeof(RunningProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == name).Value!;

    /// <summary>Runs a program until it exits.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string name, params string[] arguments)
    {
        await using var program = Start(name, arguments);
        var output = program._process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = program._process.StandardError.ReadToEndAsync(Cancellation);
        await program._process.WaitForExitAsync(Cancellation);
        return (program._process.ExitCode, await output, await errors);
    }

    /// <summary>Reads lines until one starts with the label, and returns the rest of that line.</summary>
    public async Task<string> ReadAsync(string label)
    {
        while (await _process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.Trim().StartsWith(label, StringComparison.Ordinal))
            {
                return line.Trim()[label.Length..].Trim();
            }
        }

        throw new InvalidOperationException($"The program ended without '{label}'.");
    }

    /// <summary>Interrupts the program, as Ctrl+C does, and returns its exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(Cancellation);
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        return default;
    }
}
