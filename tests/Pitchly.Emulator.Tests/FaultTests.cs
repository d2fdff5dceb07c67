using System.Net.Http.Json;
using System.Net.WebSockets;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests faults that are injected over HTTP.</summary>
public sealed class FaultTests : EmulatorFixture
{
    private const string Query = """{ "query": "{ dataCount(databaseId: \"x\") }" }""";

    [Fact]
    public async Task Status_fault_applies_the_specified_number_of_times()
    {
        await OrderAsync(new { path = "/graphql", kind = "status", status = 429, retryAfterSeconds = 7, times = 2 });
        for (var i = 0; i < 2; i++)
        {
            using var struck = await AskAsync();
            Assert.Equal((429, TimeSpan.FromSeconds(7)), ((int)struck.StatusCode, struck.Headers.RetryAfter!.Delta));
        }

        using var answer = await AskAsync();
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("truncatedResponse")]
    public async Task Drop_fault_closes_the_connection(string kind)
    {
        await OrderAsync(new { path = "/graphql", kind });
        await Assert.ThrowsAsync<HttpRequestException>(AskAsync);
    }

    [Fact]
    public async Task Invalid_response_fault_returns_an_invalid_response()
    {
        await OrderAsync(new { path = "/graphql", kind = "invalidResponse" });
        using var answer = await AskAsync();
        Assert.StartsWith("<html>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delay_fault_returns_a_late_response()
    {
        await OrderAsync(new { path = "/graphql", kind = "delay", delaySeconds = 30 });
        var answer = AskAsync();
        while (!answer.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(Time.GetUtcNow() >= Time.Start + TimeSpan.FromSeconds(30));
        (await answer).Dispose();
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("expire")]
    public async Task Tokens_can_be_expired_and_revoked_early(string tokens)
    {
        var token = (await AppTokenAsync()).GetProperty("access_token").GetString()!;
        var query = "query($t: String!, $d: ID!) { dataCount(accessToken: $t, databaseId: $d) }";
        Assert.True((await GraphQLAsync(query, new { t = token, d = Emulator.User.DatabaseId })).TryGetProperty("data", out _));
        await OrderAsync(new { tokens });
        Assert.Equal("not-authorized", Failure(await GraphQLAsync(query, new { t = token, d = Emulator.User.DatabaseId })).Error);
    }

    [Fact]
    public async Task Channels_can_be_closed()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = "/apps/x/channel" }.Uri, Cancellation);
        await OrderAsync(new { channels = "disconnect" });
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync(new byte[10], Cancellation));
    }

    [Fact]
    public async Task Faults_can_be_armed_at_the_start()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(
            new EmulatorOptions { Faults = [new Fault("/graphql", FaultKind.Status)] }, Cancellation);
        using var http = new LongTimeoutHttpClient { BaseAddress = emulator.Origin };
        using var struck = await http.PostAsync("/graphql", null, Cancellation);
        Assert.Equal(503, (int)struck.StatusCode);
    }

    [Fact]
    public async Task Armed_faults_can_be_cleared()
    {
        await OrderAsync(new { path = "/graphql", kind = "drop" });
        await OrderAsync(new { faults = "clear" });
        using var answer = await AskAsync();
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("""{ "path": "/graphql", "kind": "explode" }""")]
    public async Task Invalid_fault_request_is_refused(string order)
    {
        using var content = new StringContent(order);
        using var answer = await Http.PostAsync("/emulator/faults", content, Cancellation);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(
            "drop|delay|status|invalidResponse|truncatedResponse",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
    }

    private async Task OrderAsync(object order)
    {
        using var answer = await Http.PostAsJsonAsync("/emulator/faults", order, Cancellation);
        Assert.Equal(204, (int)answer.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync()
    {
        using var content = new StringContent(Query, System.Text.Encoding.UTF8, "application/json");
        return await Http.PostAsync("/graphql", content, Cancellation);
    }
}
