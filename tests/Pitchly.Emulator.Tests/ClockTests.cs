using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests moving the emulator's clock forward, and the token lifetime that the page shows.</summary>
public sealed class ClockTests : EmulatorFixture
{
    [Fact]
    public async Task Token_expires_when_the_clock_is_advanced_two_hours()
    {
        var token = await SdkTokenAsync();
        var life = await LifeAsync();
        Assert.Equal(
            ["2026-11-24T08:00:00+00:00", "2026-11-24T09:50:00+00:00", "2026-11-24T09:55:00+00:00", "2026-11-24T09:58:00+00:00",
                "2026-11-24T10:00:00+00:00"],
            ((string[])["issuedAt", "reuseUntil", "renewFrom", "renewUntil", "expiresAt"])
                .Select(name => life.GetProperty(name).GetString()!));
        Assert.True(life.GetProperty("isGood").GetBoolean());
        Assert.True(await IsGoodAsync(token));

        using var moved = await Http.PostAsJsonAsync("/emulator/clock", new { advanceSeconds = 7200 }, Cancellation);
        Assert.Equal(204, (int)moved.StatusCode);

        Assert.False(await IsGoodAsync(token));
        Assert.False((await LifeAsync()).GetProperty("isGood").GetBoolean());
        Assert.NotEqual(token, await SdkTokenAsync());
    }

    [Theory]
    [InlineData("""{"advanceSeconds":-1}""")]
    [InlineData("""{"advanceSeconds":1e300}""")]
    [InlineData("""{"advanceSeconds":1e12}""")]
    [InlineData("""{"advanceSeconds":"1"}""")]
    [InlineData("""{"advance":1}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Invalid_clock_request_is_refused_with_a_reason(string order)
    {
        using var answer = await Http.PostAsync("/emulator/clock", new StringContent(order), Cancellation);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("advanceSeconds", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("reason")
            .GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Moving_back_throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Emulator.AdvanceClock(TimeSpan.FromSeconds(-1)));

    private async Task<JsonElement> LifeAsync() =>
        (await Http.GetFromJsonAsync<JsonElement>("/emulator/page", Cancellation)).GetProperty("tokens").EnumerateArray().Last();

    private async Task<bool> IsGoodAsync(string token) =>
        (await GraphQLAsync(
            "query($t: String!, $d: ID!) { dataCount(accessToken: $t, databaseId: $d) }", new { t = token, d = Emulator.User.DatabaseId }))
            .GetProperty("data").ValueKind == JsonValueKind.Object;

    private async Task<string> SdkTokenAsync()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(
            new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = $"/apps/{Emulator.AppId}/channel" }.Uri, Cancellation);
        var request = JsonSerializer.Serialize(new { type = "generateAccessToken", id = "1", data = new { appId = Emulator.AppId } });
        await socket.SendAsync(Encoding.UTF8.GetBytes(request), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        var bytes = new byte[4096];
        var received = await socket.ReceiveAsync(bytes, Cancellation);
        return JsonElement.Parse(bytes.AsSpan(0, received.Count)).GetProperty("data").GetProperty("accessToken").GetString()!;
    }
}
