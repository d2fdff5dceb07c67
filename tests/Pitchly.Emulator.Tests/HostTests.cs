using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests starting and stopping the emulator, its files, and its endpoints.</summary>
public sealed class HostTests : EmulatorFixture
{
    [Fact]
    public async Task Secret_file_is_private_and_deleted_on_disposal()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: Cancellation);
        Assert.Matches("^plys_[A-Za-z0-9_-]{43}$", await File.ReadAllTextAsync(emulator.AppSecretPath, Cancellation));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(emulator.AppSecretPath));
        }

        await emulator.DisposeAsync();
        Assert.False(File.Exists(emulator.AppSecretPath));
    }

    [Fact]
    public async Task Disposal_ends_open_channels_and_delayed_responses()
    {
        var logs = FakeLogCollector.Create(new FakeLogCollectorOptions());
        var emulator = await PitchlyEmulator.StartAsync(
            new EmulatorOptions
            {
                Logging = logging => logging.AddFilter("Microsoft", LogLevel.Debug).AddProvider(new FakeLoggerProvider(logs)),
                Faults = [new Fault("/graphql", FaultKind.Delay) { Delay = TimeSpan.FromHours(1) }],
            },
            Cancellation);
        using var channel = new ClientWebSocket();
        await channel.ConnectAsync(
            new UriBuilder(emulator.Origin) { Scheme = "ws", Path = $"/apps/{emulator.AppId}/channel" }.Uri, Cancellation);
        using var http = new LongTimeoutHttpClient { BaseAddress = emulator.Origin };
        using var content = new StringContent("""{"query":"{__typename}"}""", Encoding.UTF8, "application/json");
        var delayed = http.PostAsync("/graphql", content, Cancellation);
        while (emulator.Faults.Waiting.Count > 0)
        {
            await Task.Yield();
        }

        await emulator.DisposeAsync();

        // Kestrel logs this if connections are still open when the shutdown time-out ends.
        Assert.DoesNotContain(logs.GetSnapshot(), log => log.Message.Contains("failed to close gracefully", StringComparison.Ordinal));
        using var response = await delayed;
        await Assert.ThrowsAsync<WebSocketException>(() => channel.ReceiveAsync(new byte[1], Cancellation));
    }

    [Fact]
    public void App_ID_has_the_documented_format() => Assert.Matches("^app[23456789A-HJ-NP-Za-km-z]{17}$", Emulator.AppId);

    [Fact]
    public async Task Port_in_use_is_a_clear_error()
    {
        var error = await Assert.ThrowsAsync<EmulatorException>(
            () => PitchlyEmulator.StartAsync(new EmulatorOptions { Port = Emulator.Origin.Port }, Cancellation));
        Assert.Equal(
            $"Port {Emulator.Origin.Port} of 127.0.0.1 is not available: Address already in use. Specify another port with --port, or 0 "
                + $"for a free port.", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(70_000)]
    public async Task Invalid_port_is_a_clear_error(int port)
    {
        var error = await Assert.ThrowsAsync<EmulatorException>(
            () => PitchlyEmulator.StartAsync(new EmulatorOptions { Port = port }, Cancellation));
        Assert.Equal($"{port} is not a valid port. Use a port from 1 to 65535, or 0 for a free port.", error.Message);
    }

    [Fact]
    public async Task A_data_file_keeps_the_data()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "data.db");
        string organization, database;
        await using (var first = await PitchlyEmulator.StartAsync(new EmulatorOptions { DatabasePath = path }, Cancellation))
        {
            (organization, database) = (first.User.OrganizationId, first.User.DatabaseId);
        }

        await using (var second = await PitchlyEmulator.StartAsync(new EmulatorOptions { DatabasePath = path }, Cancellation))
        {
            Assert.Equal((organization, database), (second.User.OrganizationId, second.User.DatabaseId));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Invalid_data_file_is_a_clear_error()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancellation);
        var error = await Assert.ThrowsAsync<EmulatorException>(
            () => PitchlyEmulator.StartAsync(new EmulatorOptions { DatabasePath = path }, Cancellation));
        Assert.Contains("--data", error.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Requests_of_other_origins_are_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/emulator/user");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Page_can_not_be_framed_and_runs_only_its_own_scripts()
    {
        using var moved = await Http.GetAsync("/", Cancellation);
        using var page = await Http.GetAsync(moved.Headers.Location, Cancellation);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_refuses_plain_HTTP()
    {
        using var answer = await Http.GetAsync($"/apps/{Emulator.AppId}/channel", Cancellation);
        Assert.Equal(426, (int)answer.StatusCode);
    }
}
