using System.Diagnostics;
using System.Net;

namespace Pitchly.Package.Tests;

/// <summary>Tests that a server created from its template builds without warnings and that people can sign in to it.</summary>
public sealed class ServerTemplateTests(PackedSdk packages)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_from_the_template_signs_a_person_in()
    {
        using var consumer = new Consumer(packages);
        await consumer.NewAsync(packages, "pitchly-server", "Acme.Deals");
        var (exitCode, output) = await consumer.RunAsync("build", "Acme.Deals", "-warnaserror", "-p:NuGetAudit=false");
        Assert.True(exitCode == 0, output);

        await using var server = new RunningProgram(new ProcessStartInfo(
            "dotnet", ["run", "--no-build", "--no-launch-profile", "--", $"--urls={FreeAddress()}", "--environment=Development"])
        {
            WorkingDirectory = Path.Combine(consumer.Folder, "Acme.Deals"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        using var browser = new LongTimeoutHttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
        browser.BaseAddress = await server.ServingAsync();

        Assert.StartsWith("Hello Robin Example of org", await browser.GetStringAsync(new Uri("/signin", UriKind.Relative), Cancellation),
            StringComparison.Ordinal);
        Assert.Equal("Healthy", await browser.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation));
    }

    private static Uri FreeAddress()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}");
    }
}
