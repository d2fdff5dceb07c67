using Pitchly.Http;
using Pitchly.Sdk.Tests.Http;

namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>
/// Tests what a server refuses: a refused token is replaced once, and every other refusal is a typed error.
/// </summary>
public sealed class SubscriptionRefusalTests : SubscriptionFixture
{
    private const string Unauthenticated = """[{"message":"No.","extensions":{"code":"UNAUTHENTICATED"}}]""";

    public static TheoryData<string> Refusals =>
    [
        "4403", "4401",
        $$"""{"type":"error","id":"1","payload":{{Unauthenticated}} }""",
        $$"""{"type":"next","id":"1","payload":{"errors":{{Unauthenticated}},"data":null} }""",
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refused_token_is_renewed_and_the_subscription_continues(string refusal)
    {
        var peer = await BeginAsync();
        await RefuseAsync(peer, refusal);
        var gap = NextAsync();
        var next = await SubscriptionPeer.BeginAsync(Server);
        await next.SendValueAsync("again");

        Assert.Contains("hush-2", next.Init, StringComparison.Ordinal);
        Assert.Equal(["ConnectionLost", "again"], [await gap, await NextAsync()]);

        // A server may refuse a token later, after it has accepted it.
        await RefuseAsync(next, refusal);
        gap = NextAsync();
        Assert.Contains("hush-3", (await SubscriptionPeer.BeginAsync(Server)).Init, StringComparison.Ordinal);
        Assert.Equal(("ConnectionLost", 2), (await gap, Tokens.Rejected));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Second_refused_token_is_an_error(string refusal)
    {
        var peer = await BeginAsync();
        await RefuseAsync(peer, refusal);
        var next = NextAsync();
        await RefuseAsync(await SubscriptionPeer.BeginAsync(Server), refusal);

        Assert.Equal("ConnectionLost", await next);
        var error = await Assert.ThrowsAsync<PitchlyException>(NextAsync);
        Assert.Equal(PitchlyErrorNames.Unauthenticated, error.Error.Name);
        Assert.Equal((true, false), (error.Error.IsTokenRefused, error.Error.IsTransient));
    }

    [Fact]
    public async Task A_token_refused_before_the_acknowledgement_is_renewed_too()
    {
        var first = NextAsync();
        await (await SubscriptionPeer.InitAsync(Server)).CloseAsync(4403, "Forbidden");
        var peer = await SubscriptionPeer.BeginAsync(Server);

        Assert.Contains("hush-2", peer.Init, StringComparison.Ordinal);
        Assert.Equal("Started", await first);
    }

    [Fact]
    public async Task A_token_that_is_not_renewed_is_not_sent_again()
    {
        Tokens.KeepsRejected = true;
        var first = NextAsync();
        await (await SubscriptionPeer.InitAsync(Server)).CloseAsync(4403, "Forbidden");

        var error = await Assert.ThrowsAsync<PitchlyException>(() => first);
        Assert.Equal((PitchlyErrorNames.Unauthenticated, 4403), (error.Error.Name, error.Error.Code));
        Assert.Contains("closed the subscription: 4403 Forbidden.", error.Error.Reason, StringComparison.Ordinal);
        Assert.Equal(1, Tokens.Rejected);
    }

    [Theory]
    [InlineData(1002)]
    [InlineData(1008)]
    [InlineData(1009)]
    [InlineData(4400)]
    [InlineData(4406)]
    [InlineData(4409)]
    [InlineData(4429)]
    public async Task Permanent_close_code_is_an_error(int code)
    {
        var peer = await BeginAsync();
        await peer.CloseAsync(code, "why");

        var error = await Assert.ThrowsAsync<PitchlyException>(NextAsync);
        Assert.Equal((PitchlyErrorNames.SubscriptionClosed, code, false), (error.Error.Name, error.Error.Code, error.Error.IsTransient));
        Assert.Contains($"{code} why", error.Error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"error","id":"1","payload":[{"message":"Cannot query field."}]}""", "graphql-error", "Cannot query field.")]
    [InlineData("""{"type":"error","id":"1","payload":[]}""", "unexpected-response", "reported an error without details")]
    [InlineData("""{"type":"error","id":"1","payload":5}""", "unexpected-response", "does not match the schema")]
    [InlineData("""
        {"type":"next","id":"1","payload":{"errors":[{"message":"x","data":{"error":"not-found","reason":"Nowhere."}}],"data":null}}
        """, "not-found", "Nowhere.")]
    [InlineData("""{"type":"next","id":"1","payload":{"data":{"rung":5}}}""", "unexpected-response", "does not match the schema")]
    [InlineData("""{"type":"next","id":"1","payload":{"data":null}}""", "unexpected-response", "has no data.rung")]
    [InlineData("""{"type":"next","id":"1"}""", "unexpected-response", "does not match the schema")]
    public async Task An_error_ends_the_subscription(string message, string name, string reason)
    {
        var peer = await BeginAsync();
        await peer.SendAsync(message);

        var error = await Assert.ThrowsAnyAsync<PitchlyException>(NextAsync);
        Assert.Equal(name, error.Error.Name);
        Assert.Contains(reason, error.Error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"type":"nonsense"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"next","type":"ping"}""")]
    [InlineData("""{"type":"ping"}{"type":"ping"}""")]
    [InlineData("""{"type":"next","id":1,"payload":{}}""")]
    public async Task Protocol_violation_closes_with_4400(string message)
    {
        WaitForClose();
        var peer = await BeginAsync();
        var next = NextAsync();
        await peer.SendAsync(message);
        while (await peer.ReceiveAsync() is not null)
        {
        }

        Assert.Equal(4400, peer.CloseCode);
        await peer.CloseAsync(1000);
        var error = await Assert.ThrowsAsync<PitchlyException>(() => next);
        Assert.Equal(PitchlyErrorNames.UnexpectedResponse, error.Error.Name);
        Assert.Contains("violated the protocol graphql-transport-ws", error.Error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_over_the_size_limit_is_an_error()
    {
        Options.MaximumResponseBytes = 1000;
        var peer = await BeginAsync();
        await peer.SendValueAsync(new string('x', 2000));

        Assert.Equal(PitchlyErrorNames.ResponseTooLarge, (await Assert.ThrowsAsync<PitchlyException>(NextAsync)).Error.Name);
    }

    [Theory]
    [InlineData(404, "http-404", 404)]
    [InlineData(307, "redirected", 307)]
    [InlineData(503, "could-not-connect", 0)]
    [InlineData(200, "could-not-connect", 0)]
    public async Task Server_without_WebSockets_is_an_error(int status, string name, int code)
    {
        await using var thief = await LoopbackServer.StartAsync();
        await using var server = await LoopbackServer.StartAsync();
        server.Status = status;
        server.ResponseHeaders["Location"] = thief.Origin.AbsoluteUri;
        Options.Subscriptions.Origin = server.Origin;

        var error = await Assert.ThrowsAsync<PitchlyException>(NextAsync);

        Assert.Equal((name, code), (error.Error.Name, error.Error.Code));
        Assert.Equal((1, 0), (server.Requests, thief.Requests));
        Assert.Equal("GET /graphql", server.Request);
        Assert.False(server.Headers!.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_token_refused_by_401_is_renewed_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Status = 401;
        Options.Subscriptions.Origin = server.Origin;

        Assert.Equal(401, (await Assert.ThrowsAsync<PitchlyException>(NextAsync)).Error.Code);
        Assert.Equal((2, 1), (server.Requests, Tokens.Rejected));
    }

    [Theory]
    [InlineData("http://pitchly.example")]
    [InlineData("ws://pitchly.example")]
    public async Task Token_is_not_sent_over_an_insecure_connection(string origin)
    {
        Options.Subscriptions.Origin = new Uri(origin);
        Options.Subscriptions.Connect = (_, _) => throw new InvalidOperationException("It was about to connect.");

        Assert.Equal(PitchlyErrorNames.InsecureAddress, (await Assert.ThrowsAsync<PitchlyException>(NextAsync)).Error.Name);
    }

    [Theory]
    [InlineData("https://pitchly.example", "wss://pitchly.example/graphql")]
    [InlineData("https://pitchly.example:8443/below/", "wss://pitchly.example:8443/below/graphql")]
    [InlineData("wss://pitchly.example", "wss://pitchly.example/graphql")]
    [InlineData("https://hush:hush@pitchly.example", "wss://hush:hush@pitchly.example/graphql")]
    public async Task WebSocket_address_is_built_from_the_origin(string origin, string address)
    {
        Uri? asked = null;
        Options.Subscriptions.Origin = new Uri(origin);
        Options.Subscriptions.Connect = (uri, _) =>
        {
            asked = uri;
            throw new IOException("Not there.");
        };

        var error = await Assert.ThrowsAsync<PitchlyException>(NextAsync);

        Assert.Equal(address, asked?.AbsoluteUri);
        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
        Assert.Contains("Not there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_with_another_sub_protocol_is_an_error()
    {
        Options.Subscriptions.Connect = async (uri, cancellationToken) =>
        {
            var socket = new System.Net.WebSockets.ClientWebSocket();
            await socket.ConnectAsync(uri, cancellationToken);
            return socket;
        };

        var error = await Assert.ThrowsAsync<PitchlyException>(NextAsync);

        Assert.Equal(PitchlyErrorNames.UnexpectedResponse, error.Error.Name);
        Assert.Contains("does not support graphql-transport-ws", error.Error.Reason, StringComparison.Ordinal);
    }

    private static Task RefuseAsync(SubscriptionPeer peer, string refusal) =>
        int.TryParse(refusal, out var code) ? peer.CloseAsync(code, "Forbidden") : peer.SendAsync(refusal);
}
