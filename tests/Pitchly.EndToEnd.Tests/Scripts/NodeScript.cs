using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Pitchly.EndToEnd.Tests.Scripts;

/// <summary>A JavaScript script next to the emulator's tests, where ./test.sh installs the libraries that it uses.</summary>
internal sealed class NodeScript : IAsyncDisposable
{
    private static readonly string Folder =
        typeof(NodeScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Scripts").Value!;

    private readonly Process _process;

    private NodeScript(Process process) => _process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a script. If its libraries are missing, the test is skipped, or fails in CI.</summary>
    public static NodeScript Start(string name, object? settings = null)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "The clients are missing; ./test.sh installs them.");
            Assert.Skip("The clients are missing; ./test.sh installs them.");
        }

        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "Clients", name)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PITCHLY"] = JsonSerializer.Serialize(settings);
        return new NodeScript(Process.Start(start)!);
    }

    /// <summary>Reads the next line that the script prints.</summary>
    public async Task<JsonElement> ReadAsync() => await _process.StandardOutput.ReadLineAsync(Cancellation) is { } line
        ? JsonElement.Parse(line)
        : throw new InvalidOperationException("The script has ended; see its errors above.");

    /// <summary>Writes a line to the script's standard input.</summary>
    public async Task TellAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
