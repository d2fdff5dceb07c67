using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Pitchly.Emulator.Tests;

/// <summary>
/// Tests that invalid input is refused with a reason, or dropped with a warning. It never fails silently or corrupts the data.
/// </summary>
public sealed class BadInputTests : EmulatorFixture
{
    private const string Insert =
        "mutation($s: String!, $d: ID!, $r: DataRowInput!) { insertRow(secretKey: $s, databaseId: $d, row: $r) { _id } }";

    private const string Data = "query($s: String!, $d: ID!) { data(secretKey: $s, databaseId: $d) { _id cols { fieldId value } } }";

    private readonly FakeLoggerProvider _logs = new();

    [Theory]
    [InlineData("""{"path":"/x","kind":"status","times":0}""", "times")]
    [InlineData("""{"path":"/x","kind":"status","times":-5}""", "times")]
    [InlineData("""{"path":"/x","kind":"status","status":9999}""", "status")]
    [InlineData("""{"path":"/x","kind":"status","status":100}""", "status")]
    [InlineData("""{"path":"/x","kind":"status","retryAfterSeconds":-1}""", "Retry-After")]
    [InlineData("""{"path":"/x","kind":"status","retryAfterSeconds":1e300}""", "Retry-After")]
    [InlineData("""{"path":"/x","kind":"delay","delaySeconds":-1}""", "delay")]
    [InlineData("""{"path":"/x","kind":"delay","delaySeconds":1e300}""", "delay")]
    [InlineData("""{"path":"/x","kind":17}""", "kind")]
    [InlineData("""{"path":"/x","path":"/y","kind":"drop"}""", "path")]
    [InlineData("""{"path":"x","kind":"drop"}""", "path")]
    public async Task Invalid_fault_is_refused_over_HTTP(string order, string about)
    {
        var (status, reason) = await PostAsync("/emulator/faults", order);

        Assert.Equal(400, status);
        Assert.Contains(about, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_fault_is_refused_in_process()
    {
        var fault = new Fault("/x", FaultKind.Status) { Times = 0 };

        Assert.Contains("times", Assert.Throws<ArgumentException>(() => Emulator.Faults.Inject(fault)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"selection":[null]}""")]
    [InlineData("""{"selection":[],"selection":["a"]}""")]
    [InlineData("""{"selection":["\ud800"]}""")]
    [InlineData("""{"filter":{"a":1,"a":2}}""")]
    public async Task Invalid_user_action_is_refused(string act)
    {
        var (status, reason) = await PostAsync("/emulator/user", act);

        Assert.Equal(400, status);
        Assert.Contains("The action failed", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"val":1e30}""")]
    [InlineData("""{"val":5,"currency":5}""")]
    [InlineData("""{"val":5,"currency":null}""")]
    [InlineData("""{"val":[1e30,{"a":1}]}""")]
    public async Task Unusual_value_does_not_break_the_page(string value)
    {
        var (status, answer) = await InsertAsync(value);
        Assert.True(status == 200 && answer.Contains("_id", StringComparison.Ordinal), answer);

        using var page = await Http.GetAsync("/emulator/page", Cancellation);

        Assert.Equal(200, (int)page.StatusCode);
    }

    [Theory]
    [InlineData(58)]
    [InlineData(1000)]
    public async Task Value_nested_too_deeply_is_refused(int levels)
    {
        var value = $$"""{"val":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        var (_, answer) = await InsertAsync(value);

        Assert.Matches("levels|depth", answer);
        Assert.True((await GraphQLAsync(Data, new { s = Secret, d = Emulator.User.DatabaseId })).TryGetProperty("data", out var data));
        Assert.Equal(JsonValueKind.Object, data.ValueKind);
    }

    [Theory]
    [InlineData("""{"val":1,"val":2}""")]
    [InlineData("""{"val":1e400}""")]
    [InlineData("""{"val":"\ud800"}""")]
    public async Task Invalid_value_is_refused(string value)
    {
        var (_, answer) = await InsertAsync(value);

        Assert.Contains("bad-request", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "grant_type=%00")]
    [InlineData("application/x-www-form-urlencoded", "LARGE")]
    [InlineData("application/x-www-form-urlencoded", "MANY")]
    [InlineData("multipart/form-data", "a")]
    public async Task Unreadable_form_is_an_invalid_request(string type, string form)
    {
        form = form switch
        {
            "LARGE" => "grant_type=" + new string('a', 5_000_000),
            "MANY" => string.Join('&', Enumerable.Range(0, 2000).Select(i => $"a{i}=b")),
            _ => form,
        };
        using var content = new StringContent(form);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        using var answer = await Http.PostAsync("/api/oauth/token", content, Cancellation);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.NotEqual("", error.GetProperty("error_description").GetString());
    }

    [Theory]
    [InlineData("""{"type":"ready","type":"x"}""")]
    [InlineData("""{"type":"requestUserId","id":"\ud800"}""")]
    [InlineData("""{"type":"requestUserId","id":{"a":1}}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public async Task Invalid_message_is_dropped_with_a_warning(string message)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = "/apps/x/channel" }.Uri, Cancellation);
        await SendAsync(socket, message);
        await SendAsync(socket, """{"type":"requestUserId","id":"1"}""");

        var buffer = new byte[1000];
        var reply = await socket.ReceiveAsync(buffer.AsMemory(), Cancellation);

        Assert.Contains("\"id\":\"1\"", Encoding.UTF8.GetString(buffer.AsSpan(0, reply.Count)), StringComparison.Ordinal);
        Assert.Contains(_logs.Collector.GetSnapshot(), record => record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Truncated_body_is_a_client_error()
    {
        using var content = new StringContent("{");
        using var answer = await Http.PostAsync("/graphql", content, Cancellation);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.DoesNotContain(_logs.Collector.GetSnapshot(), record => record.Level >= LogLevel.Error);
    }

    protected override EmulatorOptions Options()
    {
        var options = base.Options();
        options.Logging = logging => logging.AddProvider(_logs);
        return options;
    }

    private static async Task SendAsync(WebSocket socket, string message) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    private async Task<(int Status, string Answer)> InsertAsync(string value)
    {
        var database = await GraphQLAsync(
            "query($s: String!, $d: ID!) { database(secretKey: $s, id: $d) { fields { _id } } }", new
            {
                s = Secret,
                d = Emulator.User.DatabaseId
            });
        var field = database.GetProperty("data").GetProperty("database").GetProperty("fields")[0].GetProperty("_id").GetString();
        var body = $$"""
            {
              "query": {{JsonSerializer.Serialize(Insert)}},
              "variables": {
                "s": {{JsonSerializer.Serialize(Secret)}}, "d": "{{Emulator.User.DatabaseId}}", "r": { "cols": [ { "fieldId": "{{field}}",
                  "value": {{value}} } ] }
              }
            }
            """;
        return await PostAsync("/graphql", body);
    }

    private async Task<(int Status, string Answer)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(path, content, Cancellation);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
