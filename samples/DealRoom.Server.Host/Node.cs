using System.Diagnostics;
using System.Reflection;
using Pitchly.Emulator;

namespace DealRoom.Server.Host;

/// <summary>A node of the App as a process of its own.</summary>
internal sealed class Node : IDisposable
{
    private static readonly string _path =
        typeof(Node).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Node").Value!;

    private readonly Process _process;

    private Node(Process process) => _process = process;

    public Task Ended => _process.WaitForExitAsync();

    public static Node Start(PitchlyEmulator emulator, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [_path]) { WorkingDirectory = Path.GetDirectoryName(_path)! };
        start.Environment["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["Pitchly__Origin"] = emulator.Origin.AbsoluteUri;
        start.Environment["Pitchly__AppId"] = emulator.AppId;

        // The secret stays in the emulator's file, which its owner alone can read.
        start.Environment["Pitchly__AppSecretFile"] = emulator.AppSecretPath;
        start.Environment["ConnectionStrings__Store"] = Path.Combine(Path.GetTempPath(), $"dealroom-{emulator.AppId}.db");
        start.Environment["NightlyJob__Period"] = "00:00:30";
        return new Node(Process.Start(start)!);
    }

    /// <summary>Waits until the node answers.</summary>
    /// <exception cref="HttpRequestException">It has ended.</exception>
    public async Task AnswersAsync(HttpClient browser, Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var answer = await browser.GetAsync(address, cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
