using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>A server from a Debian package, started for a test on a free port, with a temporary folder.</summary>
internal abstract class ServiceProcess : IAsyncDisposable
{
    private Process? _process;

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("pitchly-store-");

    public int Port { get; } = FreePort();

    public int Id => _process!.Id;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the server and waits until it responds.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(Command())!;
        while (!await AnswersAsync())
        {
            Assert.False(_process.HasExited, $"{GetType().Name} ended: it is installed by test.sh.");
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>Kills the server, as a power failure does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Folder.Delete(recursive: true);
    }

    /// <summary>Runs a command until it exits, and asserts that it succeeded.</summary>
    protected static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, output);
    }

    protected abstract ProcessStartInfo Command();

    protected abstract Task<bool> AnswersAsync();

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
