using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pitchly.Package.Tests;

/// <summary>A program that runs until it is stopped, and prints the address that it serves.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    /// <summary>How long a program may take to start, which includes its build. Only a test that fails waits so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private RunningHost(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetResult(null);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Gets the address that the program printed.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Gets all that the program has printed.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts a program and waits until it prints its address.</summary>
    public static async Task<RunningHost> StartAsync(ProcessStartInfo start)
    {
        var host = new RunningHost(start);
        try
        {
            var address = await host._address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.True(address is not null, $"The program ended without an address:\n{host.Output}");
            host.Address = address;
            return host;
        }
        catch (Exception error)
        {
            await host.DisposeAsync();
            throw error is TimeoutException ? new TimeoutException($"The program printed no address:\n{host.Output}", error) : error;
        }
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
