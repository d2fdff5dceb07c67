namespace Pitchly.Emulator.Tests;

/// <summary>Start, stop, files and doors.</summary>
public sealed class HostTests : EmulatorFixture
{
    [Fact]
    public async Task The_file_of_the_secret_is_private_and_is_deleted_at_the_end()
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
    public void The_App_ID_has_its_shape() => Assert.Matches("^app[23456789A-HJ-NP-Za-km-z]{17}$", Emulator.AppId);

    [Fact]
    public async Task A_port_in_use_is_one_clear_message()
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
    public async Task A_port_that_is_none_is_one_clear_message(int port)
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
    public async Task A_data_file_that_is_none_is_one_clear_message()
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
    public async Task Pages_of_other_sites_are_kept_out(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/emulator/user");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_page_can_not_be_framed_and_runs_its_own_scripts_alone()
    {
        using var moved = await Http.GetAsync("/", Cancellation);
        using var page = await Http.GetAsync(moved.Headers.Location, Cancellation);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channel_speaks_WebSocket_alone()
    {
        using var answer = await Http.GetAsync($"/apps/{Emulator.AppId}/channel", Cancellation);
        Assert.Equal(426, (int)answer.StatusCode);
    }
}
