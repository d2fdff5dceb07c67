using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pitchly.Package.Tests;

/// <summary>A program that prints the address at which it serves and runs until it is stopped, or a program that exits.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    /// <summary>The time-out of a program, including its build next to other work. Only a failing test waits this long.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(15);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    public RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the output of the program so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Waits until the program prints its address.</summary>
    public async Task<Uri> ServingAsync() => await ServingOrEndedAsync()
        ?? throw new InvalidOperationException($"The program ended:\n{Output}");

    /// <summary>Waits until the program prints its address or exits without an error. Returns the address in the first case.</summary>
    public async Task<Uri?> ServingOrEndedAsync()
    {
        var ended = _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var first = await Task.WhenAny(_address.Task, ended, Task.Delay(Timeout, TestContext.Current.CancellationToken));
        Assert.True(first == _address.Task || (first == ended && _process.ExitCode == 0), Output);
        return first == ended ? null : await _address.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            if (AddressLine().Match(line) is { Success: true } match)
            {
                _address.TrySetResult(new Uri(match.Groups[1].Value));
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:Open|Page|Now listening on:)\s+(http://\S+)")]
    private static partial Regex AddressLine();
}
