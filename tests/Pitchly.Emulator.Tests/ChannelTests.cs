using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests the page's messages over a WebSocket.</summary>
public sealed class ChannelTests : EmulatorFixture
{
    private readonly ClientWebSocket _socket = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await _socket.ConnectAsync(
            new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = $"/apps/{Emulator.AppId}/channel" }.Uri, Cancellation);
    }

    public override ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Ready_plugin_receives_the_state_of_v2()
    {
        await SendAsync("""{"type":"ready"}""");
        Assert.Equal($$$"""{"type":"workspace","data":{"workspaceId":"wks{{{Emulator.User.OrganizationId}}}"}}""", await ReceiveAsync());
        Assert.StartsWith("""{"type":"table","data":{"tableId":"wks""", await ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal($$$"""{"type":"person","data":{"personId":"{{{Emulator.User.PersonId}}}"}}""", await ReceiveAsync());
        Assert.Equal("""{"type":"focus","data":{"isFocused":true}}""", await ReceiveAsync());

        Emulator.User.Select(["r1"]);
        Emulator.User.Activate("f1", "r1");
        Assert.Equal($$$"""
            {"type":"activeCell","data":{"fieldId":"wks{{{Emulator.User.OrganizationId}}}|fldf1","recordId":"recr1"}}
            """, await ReceiveAsync());
        Emulator.User.SwitchPerson();
        Assert.Equal($$$"""{"type":"person","data":{"personId":"{{{Emulator.User.PersonId}}}"}}""", await ReceiveAsync());
    }

    [Fact]
    public async Task Ready_returns_the_page_state_and_then_each_change()
    {
        await ReadyAsync();
        Assert.Equal($$"""{"type":"organization","data":"{{Emulator.User.OrganizationId}}"}""", await ReceiveAsync());
        Assert.Equal($$"""{"type":"database","data":"{{Emulator.User.DatabaseId}}"}""", await ReceiveAsync());
        Assert.Equal("""{"type":"selection","data":[]}""", await ReceiveAsync());
        Assert.Equal("""{"type":"filter","data":null}""", await ReceiveAsync());
        Assert.Equal("""{"type":"showSelected","data":false}""", await ReceiveAsync());

        Emulator.User.Select(["r1", "r2"]);
        Assert.Equal("""{"type":"selection","data":["r1","r2"]}""", await ReceiveAsync());
        Emulator.User.SetFilter("""{"conditions":[]}""");
        Assert.Equal("""{"type":"filter","data":{"conditions":[]}}""", await ReceiveAsync());
    }

    [Fact]
    public async Task Token_is_reused_until_ten_minutes_before_it_expires()
    {
        var first = await RequestAsync("generateAccessToken", $$"""{"appId":"{{Emulator.AppId}}"}""");
        var token = (string)first["data"]!["accessToken"]!;
        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.Equal("Tue Nov 24 2026 10:00:00 GMT+0000 (Coordinated Universal Time)", (string?)first["data"]!["accessTokenExpiresAt"]);

        Time.Advance(TimeSpan.FromMinutes(109));
        Assert.Equal(
            token, (string?)(await RequestAsync("generateAccessToken", $$"""{"appId":"{{Emulator.AppId}}"}"""))["data"]!["accessToken"]);
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(
            token, (string?)(await RequestAsync("generateAccessToken", $$"""{"appId":"{{Emulator.AppId}}"}"""))["data"]!["accessToken"]);
    }

    [Fact]
    public async Task Wrong_App_ID_gets_no_state_and_a_token_error()
    {
        await SendAsync("""{"type":"ready","data":{"appId":"appWrong","sdk":"test"}}""");
        var reply = await RequestAsync("generateAccessToken", """{"appId":"appWrong"}""");
        Assert.Equal("""
            {"error":{"name":"app-not-found","reason":"App doesn't exist.","code":404}}
            """.Replace("'", "\\u0027", StringComparison.Ordinal), reply["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("requestSelection", "[]")]
    [InlineData("requestShowSelected", "false")]
    public async Task Reply_has_the_id_of_its_request(string type, string data) =>
        Assert.Equal(data, (await RequestAsync(type, "null"))["data"]!.ToJsonString());

    [Fact]
    public async Task Unknown_request_is_refused_and_invalid_JSON_is_dropped()
    {
        await SendAsync("nonsense");
        await SendAsync("[1]");
        await SendAsync("""{"type":5}""");
        Assert.Equal("unknown-request", (string?)(await RequestAsync("requestEverything", "null"))["error"]!["name"]);
    }

    [Fact]
    public async Task Commands_hide_and_show_the_filter()
    {
        await SendAsync("""{"type":"hideFilter"}""");
        await RequestAsync("requestUserId", "null");
        Assert.False(Emulator.User.IsFilterVisible);
        await SendAsync("""{"type":"showFilter"}""");
        await RequestAsync("requestUserId", "null");
        Assert.True(Emulator.User.IsFilterVisible);
    }

    [Fact]
    public async Task User_actions_work_over_HTTP()
    {
        await ReadyAsync();
        for (var i = 0; i < 5; i++)
        {
            await ReceiveAsync();
        }

        using var answer = await Http.PostAsJsonAsync(
            "/emulator/user", new { selection = new[] { "r1" }, message = new { type = "hello", data = 1 } }, Cancellation);
        Assert.Equal("""
            {"selection":["r1"],"filter":null,"showSelected":false,"isFilterVisible":true}
            """, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("""{"type":"selection","data":["r1"]}""", await ReceiveAsync());
        Assert.Equal("""{"type":"hello","data":1}""", await ReceiveAsync());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"selection":[1]}""")]
    [InlineData("""{"filter":5}""")]
    public async Task Impossible_user_action_is_refused(string act)
    {
        using var content = new StringContent(act);
        using var answer = await Http.PostAsync("/emulator/user", content, Cancellation);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("The action failed", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    /// <summary>The test ticks rows in parallel, as a fast user does, while an App repeatedly sends <c>ready</c>.</summary>
    [Fact]
    public async Task Parallel_ticks_all_apply_and_the_last_is_sent_last()
    {
        string[] rows = [.. Enumerable.Range(0, 8).Select(i => $"row{i}")];
        await ReadyAsync();
        await ReceiveAsync();
        for (var round = 0; round < 50; round++)
        {
            Emulator.User.Select([]);
            await Task.WhenAll(rows.Select(row => TickAsync(row)).Append(ReadyAsync()));
            Assert.Equal(rows, Emulator.User.Selection.Order(StringComparer.Ordinal));

            Emulator.User.Send("end", round);
            Assert.Equal(rows, (await SelectionsUntilAsync(round)).Last().Order(StringComparer.Ordinal));
        }
    }

    private async Task TickAsync(string row) => (await Http.PostAsJsonAsync(
        "/emulator/user", new { tick = new { rowId = row, isSelected = true } }, Cancellation)).EnsureSuccessStatusCode();

    private async Task<IReadOnlyList<string[]>> SelectionsUntilAsync(int round)
    {
        List<string[]> selections = [];
        while (true)
        {
            var message = JsonNode.Parse(await ReceiveAsync())!;
            switch ((string?)message["type"])
            {
                case "selection":
                    selections.Add([.. message["data"]!.AsArray().Select(row => (string)row!)]);
                    break;
                case "end" when (int)message["data"]! == round:
                    return selections;
            }
        }
    }

    private Task ReadyAsync() => SendAsync($$"""{ "type": "ready", "data": { "appId": "{{Emulator.AppId}}", "sdk": "test" } }""");

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Cancellation);

    private async Task<JsonNode> RequestAsync(string type, string data)
    {
        await SendAsync($$"""{"type":"{{type}}","id":"1","data":{{data}}}""");
        var reply = JsonNode.Parse(await ReceiveAsync())!;
        Assert.Equal((type, "1"), ((string?)reply["type"], (string?)reply["id"]));
        return reply;
    }

    private async Task<string> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var received = await _socket.ReceiveAsync(buffer, Cancellation);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
