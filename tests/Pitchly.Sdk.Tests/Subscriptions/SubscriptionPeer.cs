using System.Net.WebSockets;
using System.Text;
using Pitchly.Sdk.Tests.Channels;

namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>A server's side of a subscription, which speaks as a test says.</summary>
internal sealed class SubscriptionPeer(WebSocket socket)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Gets the code with which the client has closed the connection.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Gets what the client has said to begin the connection.</summary>
    public string Init { get; private set; } = "";

    /// <summary>Gets what the client has said to begin the subscription.</summary>
    public string Subscribe { get; private set; } = "";

    /// <summary>Waits for a client that only begins the connection.</summary>
    public static async Task<SubscriptionPeer> InitAsync(WebSocketServer server)
    {
        var peer = new SubscriptionPeer(await server.NextAsync());
        peer.Init = (await peer.HearAsync())!;
        return peer;
    }

    /// <summary>Waits for a client, acknowledges its connection, hears its subscription, and answers that it was taken.</summary>
    public static async Task<SubscriptionPeer> BeginAsync(WebSocketServer server)
    {
        var peer = await InitAsync(server);
        await peer.SayAsync("""{"type":"connection_ack"}""");
        while (await peer.HearAsync() is { } message && !peer.IsBegunBy(message))
        {
            await peer.SayAsync("""{"type":"pong"}""");
        }

        await peer.PongAsync();
        return peer;
    }

    public Task SayAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    /// <summary>Answers a ping of the client.</summary>
    public async Task PongAsync()
    {
        Assert.Equal("""{"type":"ping"}""", await HearAsync());
        await SayAsync("""{"type":"pong"}""");
    }

    /// <summary>Says a value of the subscription 'rung'.</summary>
    public Task RingAsync(string text) => SayAsync($$"""{"type":"next","id":"1","payload":{"data":{"rung":["{{text}}"]} } }""");

    /// <summary>Hears a message; <see langword="null"/> if the client closes the connection.</summary>
    public async Task<string?> HearAsync()
    {
        var bytes = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(bytes, Cancellation);
        return received.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(bytes, 0, received.Count);
    }

    public Task CloseAsync(int code, string? reason = null) => socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, Cancellation);

    public void Abort() => socket.Abort();

    /// <summary>A client may ask for a sign of life before it subscribes.</summary>
    private bool IsBegunBy(string message)
    {
        Subscribe = message;
        return message != """{"type":"ping"}""";
    }
}
