using System.Net;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests that an emulator that listens on the network, as in a container, accepts only the host names it was given.</summary>
public sealed class ContainerTests : EmulatorFixture
{
    [Theory]
    [InlineData("Host", "emulator:5005", 200)]
    [InlineData("Host", "localhost:5005", 200)]
    [InlineData("Host", "evil.example", 403)]
    [InlineData("Origin", "http://emulator:5005", 200)]
    [InlineData("Origin", "http://evil.example", 403)]
    public async Task Only_allowed_hosts_and_origins_are_accepted(string header, string value, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/emulator/page");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("emulator:5005", "http://emulator:5005/t/")]
    [InlineData("localhost:5005", "http://127.0.0.1:5005/t/")]
    public async Task Redirect_to_the_page_keeps_the_requested_port(string host, string start)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.StartsWith(start, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void Origin_is_a_loopback_address() => Assert.Equal("127.0.0.1", Emulator.Origin.Host);

    protected override EmulatorOptions Options() => new() { TimeProvider = Time, Address = IPAddress.Any, AllowedHosts = ["emulator"] };
}
