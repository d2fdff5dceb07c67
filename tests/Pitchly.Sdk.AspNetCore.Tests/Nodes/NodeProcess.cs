using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>A node of an App that runs as a separate process.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly string _path =
        typeof(NodeProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Node").Value!;

    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NodeProcess> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", [_path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var node = new NodeProcess(Process.Start(start)!);
        Assert.Equal("ready", await node._process.StandardOutput.ReadLineAsync(Cancellation));
        return node;
    }

    /// <summary>Sends a command and returns the response, or null if the process has exited.</summary>
    public async Task<string?> OrderAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync(Cancellation);
        return await _process.StandardOutput.ReadLineAsync(Cancellation);
    }

    public Task<string?> CallAsync(int count, int concurrency = 8) => OrderAsync($"call {count} {concurrency}");

    public void Stop() => Signal("STOP");

    public void Continue() => Signal("CONT");

    public void Kill() => _process.Kill();

    /// <summary>Lets the process exit normally, as in a rolling restart.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
