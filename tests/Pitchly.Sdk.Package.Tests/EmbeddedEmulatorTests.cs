using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pitchly.Package.Tests;

/// <summary>Tests that an emulator in a user's process and that process do not affect each other.</summary>
public sealed class EmbeddedEmulatorTests(PackedSdk packages)
{
    private const string Program = """
        await using var emulator = await Pitchly.Emulator.PitchlyEmulator.StartAsync();
        Console.WriteLine(emulator.Origin);
        await Task.Delay(Timeout.Infinite);
        """;

    [Fact]
    public async Task Emulator_ignores_signals_and_settings_of_the_process()
    {
        using var consumer = new Consumer(
            packages, "Microsoft.NET.Sdk.Web", "", $"""<PackageReference Include="Pitchly.Emulator" Version="{PackedSdk.Version}" />""");
        var port = FreePort();
        consumer.Write("Program.cs", Program);
        consumer.Write("appsettings.json", $$"""{ "Kestrel": { "Endpoints": { "Open": { "Url": "http://0.0.0.0:{{port}}" } } } }""");
        await consumer.BuildAsync();

        foreach (var signal in (string[])["INT", "TERM"])
        {
            using var process = Start(consumer, port);
            var origin = new Uri((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            Assert.Equal("127.0.0.1", origin.Host);
            Assert.NotEqual(port, origin.Port);
            await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(port));

            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(origin.Port));
        }
    }

    [Fact]
    public async Task Emulator_adds_no_second_Program_class()
    {
        const string Testing = """<PackageReference Include="Microsoft.AspNetCore.Mvc.Testing" Version="10.0.13" />""";
        using var consumer = new Consumer(
            packages,
            "Microsoft.NET.Sdk",
            "<OutputType>Exe</OutputType>",
            Testing,
            $"""<PackageReference Include="Pitchly.Emulator" Version="{PackedSdk.Version}" />""",
            """<ProjectReference Include="App/App.csproj" /><Compile Remove="App/**" />""");
        consumer.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """);
        consumer.Write("App/Program.cs", """
            var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/", () => "Hello");
            app.Run();
            """);
        consumer.Write("Consumer.slnx", "<Solution />");
        consumer.Write("Test.cs", """
            using Microsoft.AspNetCore.Mvc.Testing;
            using Pitchly.Emulator;

            internal static class Test
            {
                private static async Task Main()
                {
                    await using var emulator = await PitchlyEmulator.StartAsync();
                    await using var app = new WebApplicationFactory<Program>();
                    Console.WriteLine(await app.CreateClient().GetStringAsync("/"));
                }
            }
            """);

        var (exitCode, output) = await consumer.RunAsync("run", "--project", "Consumer.csproj");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Hello", output, StringComparison.Ordinal);
    }

    private static Process Start(Consumer consumer, int port)
    {
        var program = Path.Combine(consumer.Folder, "bin", "Debug", "net10.0", "Consumer");

        // The parent process may ignore signals, as a shell's background jobs do, and its child processes inherit that.
        return Process.Start(new ProcessStartInfo("env", ["--default-signal=INT,TERM", program])
        {
            WorkingDirectory = consumer.Folder,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = $"http://0.0.0.0:{port}" },
        })!;
    }

    private static async Task ConnectAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
