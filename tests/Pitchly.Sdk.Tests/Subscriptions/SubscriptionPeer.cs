using System.Net.WebSockets;
using System.Text;
using Pitchly.Sdk.Tests.Channels;

namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>The server's side of a subscription, which sends what a test specifies.</summary>
internal sealed class SubscriptionPeer(WebSocket socket)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Gets the code with which the client closed the connection.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Gets the message with which the client initialized the connection.</summary>
    public string Init { get; private set; } = "";

    /// <summary>Gets the message with which the client started the subscription.</summary>
    public string Subscribe { get; private set; } = "";

    /// <summary>Waits for a client and reads the message that initializes the connection.</summary>
    public static async Task<SubscriptionPeer> InitAsync(WebSocketServer server)
    {
        var peer = new SubscriptionPeer(await server.NextAsync());
        peer.Init = (await peer.ReceiveAsync())!;
        return peer;
    }

    /// <summary>
    /// Waits for a client, acknowledges its connection, receives its subscription, and confirms it by responding to a ping.
    /// </summary>
    public static async Task<SubscriptionPeer> BeginAsync(WebSocketServer server)
    {
        var peer = await InitAsync(server);
        await peer.SendAsync("""{"type":"connection_ack"}""");
        while (await peer.ReceiveAsync() is { } message && !peer.IsStartedBy(message))
        {
            await peer.SendAsync("""{"type":"pong"}""");
        }

        await peer.PongAsync();
        return peer;
    }

    public Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    /// <summary>Receives a ping from the client and responds to it.</summary>
    public async Task PongAsync()
    {
        Assert.Equal("""{"type":"ping"}""", await ReceiveAsync());
        await SendAsync("""{"type":"pong"}""");
    }

    /// <summary>Sends a value of the subscription 'rung'.</summary>
    public Task SendValueAsync(string text) => SendAsync($$"""{"type":"next","id":"1","payload":{"data":{"rung":["{{text}}"]} } }""");

    /// <summary>Receives a message, or returns <see langword="null"/> if the client closes the connection.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var bytes = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(bytes, Cancellation);
        return received.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(bytes, 0, received.Count);
    }

    public Task CloseAsync(int code, string? reason = null) => socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, Cancellation);

    public void Abort() => socket.Abort();

    /// <summary>
    /// Returns a value indicating whether a message starts the subscription. A client may send pings before it subscribes.
    /// </summary>
    private bool IsStartedBy(string message)
    {
        Subscribe = message;
        return message != """{"type":"ping"}""";
    }
}
