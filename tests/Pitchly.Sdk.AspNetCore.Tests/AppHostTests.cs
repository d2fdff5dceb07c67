using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Pitchly.Browser.Tests;

namespace Pitchly.AspNetCore.Tests;

/// <summary>Tests the sample's Aspire host, which starts the emulator, Redis and three nodes with one command.</summary>
[Trait("Speed", "Slow")]
public sealed class AppHostTests(Chromium chromium)
{
    /// <summary>The offsets from the emulator's port: three nodes, then Redis.</summary>
    private static readonly int[] _offsets = [5, 6, 7, 10];

    private static readonly string _path =
        typeof(AppHostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "AppHost").Value!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_in_at_one_node_is_valid_at_all_nodes()
    {
        var port = FreePorts();
        using var host = Start(port);
        while (await host.StandardOutput.ReadLineAsync(Cancellation) is { } line && !line.StartsWith("Open ", StringComparison.Ordinal))
        {
        }

        Assert.False(host.HasExited);
        _ = host.StandardOutput.ReadToEndAsync(Cancellation);
        await using (var browser = await chromium.NewContextAsync())
        {
            var page = await browser.NewPageAsync();
            await page.GotoAsync($"http://localhost:{port + _offsets[0]}/signin");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
            for (var node = 0; node < 3; node++)
            {
                await page.WaitForURLAsync($"http://localhost:{port + _offsets[node]}/");
                Assert.Equal("Robin Example: 2 deals", await page.InnerTextAsync("p"));
                await page.GotoAsync($"http://localhost:{port + _offsets[(node + 1) % 3]}/");
            }
        }

        using var end = Process.Start("kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)]);
        await host.WaitForExitAsync(Cancellation);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(TestTimeout.Longest);
        foreach (var offset in _offsets.Prepend(0))
        {
            // The orchestrator stops the processes that it started after the host has exited.
            while (!IsFree(port + offset))
            {
                await Task.Delay(50, timeout.Token);
            }
        }
    }

    private static Process Start(int port)
    {
        var start = new ProcessStartInfo("dotnet", [_path, "--Port", $"{port}"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{FreePort()}";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{FreePort()}";
        start.Environment["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = $"http://localhost:{FreePort()}";
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        return Process.Start(start)!;
    }

    private static int FreePorts()
    {
        while (true)
        {
            var port = FreePort();
            if (_offsets.All(offset => IsFree(port + offset)))
            {
                return port;
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var socket = new TcpListener(IPAddress.Loopback, port);
            socket.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
