using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests the messages of GraphQL over WebSocket.</summary>
public sealed class SubscriptionTests : EmulatorFixture
{
    private const string Rows =
        "subscription($s: String!, $d: ID!) { dataRowsChanged(secretKey: $s, databaseId: $d) { _id cols { fieldId value } } }";
    private readonly ClientWebSocket _socket = new();

    public override ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return base.DisposeAsync();
    }

    [Theory]
    [InlineData("/subscriptions", "graphql-transport-ws", "subscribe", "next")]
    [InlineData("/graphql", "graphql-ws", "start", "data")]
    public async Task Changed_rows_are_sent_whole_and_unchanged_ones_are_not(
        string path, string protocol, string start, string next)
    {
        await ConnectAsync(path, protocol);
        await SendAsync(
            new { type = start, id = "1", payload = new { query = Rows, variables = new { s = Secret, d = Emulator.User.DatabaseId } } });
        await SyncAsync(start, next);
        var (row, field) = await FirstRowAsync();

        await WriteAsync(row, field, "Project Aspen");
        await WriteAsync(row, field, "Renamed");

        var told = await ReceiveAsync();
        Assert.Equal((next, "1"), ((string?)told["type"], (string?)told["id"]));
        var changed = Assert.Single(told["payload"]!["data"]!["dataRowsChanged"]!.AsArray())!;
        Assert.Equal(row, (string?)changed["_id"]);
        Assert.Equal(5, changed["cols"]!.AsArray().Count);
        Assert.Equal("Renamed", (string?)changed["cols"]![0]!["value"]!["val"]);
    }

    [Fact]
    public async Task A_deleted_row_has_no_cols_and_complete_ends_the_events()
    {
        await ConnectAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new
        {
            type = "subscribe",
            id = "a",
            payload = new { query = Rows, variables = new { s = Secret, d = Emulator.User.DatabaseId } }
        });
        await SyncAsync("subscribe", "next");
        var (row, _) = await FirstRowAsync();
        await GraphQLAsync("mutation($s: String!, $d: ID!, $r: ID!) { deleteRow(secretKey: $s, databaseId: $d, rowId: $r) }",
            new { s = Secret, d = Emulator.User.DatabaseId, r = row });
        Assert.Equal($$"""[{"_id":"{{row}}","cols":[]}]""", (await ReceiveAsync())["payload"]!["data"]!["dataRowsChanged"]!.ToJsonString());

        await SendAsync(new { type = "complete", id = "a" });
        await SyncAsync("subscribe", "next");
        var (other, field) = await FirstRowAsync();
        await WriteAsync(other, field, "x");
        await SendAsync(new { type = "ping" });
        Assert.Equal("pong", (string?)(await ReceiveAsync())["type"]);
    }

    [Fact]
    public async Task Changed_name_or_new_field_of_a_database_is_sent()
    {
        await ConnectAsync("/subscriptions", "graphql-transport-ws");
        const string Query = "subscription($s: String!, $d: ID!) { databaseUpdated(secretKey: $s, id: $d) { name fields { name type } } }";
        await SendAsync(new
        {
            type = "subscribe",
            id = "1",
            payload = new { query = Query, variables = new { s = Secret, d = Emulator.User.DatabaseId } }
        });
        await SyncAsync("subscribe", "next");

        Emulator.RenameDatabase(Emulator.User.DatabaseId, "Pipeline");
        using (var content = new StringContent($$"""{"id":"{{Emulator.User.DatabaseId}}","field":{"name":"Won","type":"yes-no"} }"""))
        using (var added = await Http.PostAsync("/emulator/database", content, Cancellation))
        {
            Assert.Equal(204, (int)added.StatusCode);
        }

        Assert.Equal("Pipeline", (string?)(await ReceiveAsync())["payload"]!["data"]!["databaseUpdated"]!["name"]);
        Assert.Equal(
            """{"name":"Won","type":"yes-no"}""",
            (await ReceiveAsync())["payload"]!["data"]!["databaseUpdated"]!["fields"]!.AsArray().Last()!.ToJsonString());
    }

    [Fact]
    public async Task Invalid_token_at_connection_closes_with_4403()
    {
        await OpenAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new { type = "connection_init", payload = new { authorization = "Bearer plyu_bad" } });

        Assert.Equal(4403, await ClosedAsync());
    }

    [Fact]
    public async Task Expired_token_when_subscribing_closes_with_4403()
    {
        var token = (await AppTokenAsync()).GetProperty("access_token").GetString();
        await OpenAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new { type = "connection_init", payload = new { authorization = "Bearer " + token } });
        Assert.Equal("connection_ack", (string?)(await ReceiveAsync())["type"]);
        Emulator.AdvanceClock(TimeSpan.FromHours(1));

        await SendAsync(new
        {
            type = "subscribe",
            id = "1",
            payload = new { query = $"subscription {{ dataRowsChanged(databaseId: \"{Emulator.User.DatabaseId}\") {{ _id }} }}" }
        });

        Assert.Equal(4403, await ClosedAsync());
    }

    [Theory]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}""", 4401)]
    [InlineData("""{"type":"nonsense"}""", 4400)]
    [InlineData("5", 4400)]
    [InlineData("{", 4400)]
    [InlineData("""{"type":"connection_init"}{"type":"connection_init"}""", 4400)]
    public async Task Protocol_violation_closes_the_connection(string message, int code)
    {
        await OpenAsync("/subscriptions", "graphql-transport-ws");
        await SendTextAsync(message);
        Assert.Equal(code, await ClosedAsync());
    }

    [Fact]
    public async Task Duplicate_connection_init_or_id_closes_the_socket()
    {
        await ConnectAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new { type = "connection_init" });
        Assert.Equal(4429, await ClosedAsync());

        using var second = new ClientWebSocket();
        await ConnectAsync("/subscriptions", "graphql-transport-ws", second);
        for (var i = 0; i < 2; i++)
        {
            await SendAsync(new
            {
                type = "subscribe",
                id = "1",
                payload = new { query = Rows, variables = new { s = Secret, d = Emulator.User.DatabaseId } }
            }, second);
        }

        Assert.Equal(4409, await ClosedAsync(second));
    }

    [Fact]
    public async Task Long_text_of_the_client_does_not_abort_the_close()
    {
        await OpenAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new { type = new string('ü', 200) });
        Assert.Equal(4400, await ClosedAsync());
    }

    [Fact]
    public async Task Silent_client_is_closed_with_4408()
    {
        await OpenAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new { type = "ping" });
        Assert.Equal("pong", (string?)(await ReceiveAsync())["type"]);
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(4408, await ClosedAsync());
    }

    [Fact]
    public async Task Query_over_the_socket_returns_a_result_or_an_error()
    {
        await ConnectAsync("/subscriptions", "graphql-transport-ws");
        await SendAsync(new { type = "subscribe", id = "q", payload = new { query = "{ __typename }" } });
        Assert.Equal("""{"type":"next","id":"q","payload":{"data":{"__typename":"Query"}}}""", (await ReceiveAsync()).ToJsonString());
        Assert.Equal("""{"type":"complete","id":"q"}""", (await ReceiveAsync()).ToJsonString());

        await SendAsync(new { type = "subscribe", id = "e", payload = new { query = "subscription { nothing }" } });
        var error = await ReceiveAsync();
        Assert.Equal(("error", "e"), ((string?)error["type"], (string?)error["id"]));
        Assert.IsType<JsonArray>(error["payload"]);
    }

    [Fact]
    public async Task Another_sub_protocol_or_none_is_refused()
    {
        _socket.Options.AddSubProtocol("mqtt");
        await Assert.ThrowsAsync<WebSocketException>(() => _socket.ConnectAsync(Address("/subscriptions"), Cancellation));
        using var answer = await Http.GetAsync("/subscriptions", Cancellation);
        Assert.Equal(426, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Subscription_over_HTTP_names_the_WebSocket_path()
    {
        var answer = await GraphQLAsync(Rows, new { s = Secret, d = Emulator.User.DatabaseId });
        Assert.Contains("/subscriptions", Failure(answer).Reason, StringComparison.Ordinal);
    }

    private Uri Address(string path) => new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = path }.Uri;

    private async Task OpenAsync(string path, string protocol, ClientWebSocket? socket = null)
    {
        socket ??= _socket;
        socket.Options.AddSubProtocol(protocol);
        await socket.ConnectAsync(Address(path), Cancellation);
        Assert.Equal(protocol, socket.SubProtocol);
    }

    private async Task ConnectAsync(string path, string protocol, ClientWebSocket? socket = null)
    {
        await OpenAsync(path, protocol, socket);
        await SendAsync(new { type = "connection_init" }, socket);
        Assert.Equal("connection_ack", (string?)(await ReceiveAsync(socket))["type"]);
    }

    /// <summary>Messages are handled in order, so the response means that all earlier messages have been handled.</summary>
    private async Task SyncAsync(string start, string next)
    {
        await SendAsync(new { type = start, id = "sync", payload = new { query = "{ __typename }" } });
        Assert.Equal(next, (string?)(await ReceiveAsync())["type"]);
        Assert.Equal("complete", (string?)(await ReceiveAsync())["type"]);
    }

    private async Task<(string Row, string Field)> FirstRowAsync()
    {
        var data = await GraphQLAsync("query($s: String!, $d: ID!) { data(secretKey: $s, databaseId: $d) { _id cols { fieldId } } }",
            new { s = Secret, d = Emulator.User.DatabaseId });
        var row = data.GetProperty("data").GetProperty("data")[0];
        return (row.GetProperty("_id").GetString()!, row.GetProperty("cols")[0].GetProperty("fieldId").GetString()!);
    }

    private Task WriteAsync(string row, string field, string text) => GraphQLAsync(
        "mutation($s: String!, $d: ID!, $r: ID!, $row: DataRowInput!) { updateRow(secretKey: $s, databaseId: $d, rowId: $r, row: $row) { "
            + "_id } }",
        new
        {
            s = Secret,
            d = Emulator.User.DatabaseId,
            r = row,
            row = new { cols = new[] { new { fieldId = field, value = new { val = text } } } }
        });

    private Task SendAsync(object message, ClientWebSocket? socket = null) => SendTextAsync(JsonSerializer.Serialize(message), socket);

    private Task SendTextAsync(string text, ClientWebSocket? socket = null) =>
        (socket ?? _socket).SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    private async Task<JsonObject> ReceiveAsync(ClientWebSocket? socket = null)
    {
        var bytes = new byte[64 * 1024];
        var received = await (socket ?? _socket).ReceiveAsync(bytes, Cancellation);
        Assert.True(received.EndOfMessage);
        Assert.Equal(WebSocketMessageType.Text, received.MessageType);
        return JsonNode.Parse(Encoding.UTF8.GetString(bytes, 0, received.Count))!.AsObject();
    }

    private async Task<int> ClosedAsync(ClientWebSocket? socket = null)
    {
        socket ??= _socket;
        while ((await socket.ReceiveAsync(new byte[64 * 1024], Cancellation)).MessageType != WebSocketMessageType.Close)
        {
        }

        return (int)socket.CloseStatus!;
    }
}
