using System.Net.WebSockets;
using System.Text;

namespace Pitchly.EndToEnd.Tests.Scripts;

/// <summary>A handler that records the requests it sends.</summary>
internal sealed class RecordingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public List<(string Path, Dictionary<string, string> Headers, string Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            var headers = request.Headers.Concat(content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
            headers["Content-Type"] = content.Headers.ContentType!.MediaType!;
            Requests.Add((request.RequestUri!.AbsolutePath, headers, await content.ReadAsStringAsync(cancellationToken)));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>A WebSocket that records the messages it sends.</summary>
internal sealed class RecordingSocket(ClientWebSocket inner) : WebSocket
{
    public List<string> Sent { get; } = [];

    public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;

    public override string? CloseStatusDescription => inner.CloseStatusDescription;

    public override WebSocketState State => inner.State;

    public override string? SubProtocol => inner.SubProtocol;

    public override void Abort() => inner.Abort();

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        inner.CloseAsync(closeStatus, statusDescription, cancellationToken);

    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        inner.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override void Dispose() => inner.Dispose();

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(buffer, cancellationToken);

    public override Task SendAsync(
        ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        Sent.Add(Encoding.UTF8.GetString(buffer));
        return inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);
    }
}
