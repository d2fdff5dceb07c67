namespace Pitchly.Package.Tests;

/// <summary>Tests the emulator's command, installed from its package.</summary>
public sealed class EmulatorToolTests(PackedSdk packages)
{
    [Fact]
    public async Task Command_starts_and_reports_an_invalid_port()
    {
        using var consumer = new Consumer(packages);
        string[] install = ["tool", "install", "Pitchly.Emulator.Tool", "--version", PackedSdk.Version, "--tool-path", "tools"];
        var (exitCode, output) = await consumer.RunAsync([.. install, "--configfile", "nuget.config"]);
        Assert.True(exitCode == 0, output);
        var command = Path.Combine(consumer.Folder, "tools", "pitchly-emulator");

        (exitCode, output) = await Dotnet.RunAsync(consumer.Folder, command, ["--port", "70000"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("70000 is not a valid port. Use a port from 1 to 65535, or 0 for a free port.", output.Trim());
        using var emulator = System.Diagnostics.Process.Start(Dotnet.StartInfo(consumer.Folder, command, ["--port", "0"]))!;
        try
        {
            string? line;
            do
            {
                line = await emulator.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            }
            while (line?.Contains("Page", StringComparison.Ordinal) == false);

            using var http = new LongTimeoutHttpClient();
            var page = await http.GetStringAsync(line!.Split(' ')[^1], TestContext.Current.CancellationToken);
            Assert.Contains("<html", page, StringComparison.Ordinal);
        }
        finally
        {
            emulator.Kill(entireProcessTree: true);
            await emulator.WaitForExitAsync(CancellationToken.None);
        }
    }
}
