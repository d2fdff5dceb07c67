using System.Net.WebSockets;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.Channel;

/// <summary>
/// The WebSocket endpoint for the page's messages. The host page uses it for each App in an iframe; Apps without a browser connect to it
/// directly.
/// </summary>
internal sealed class ChannelEndpoint(
    Storage storage, SdkTokens tokens, Installations installations, Workspace workspace, IHostApplicationLifetime lifetime,
    ILogger<ChannelEndpoint> logger)
    : IDisposable
{
    public const string Path = "/apps/{appId}/channel";

    private readonly Lock _gate = new();
    private CancellationTokenSource _connections = new();

    /// <summary>Drops every connection, as a network failure does.</summary>
    public void DisconnectAll()
    {
        CancellationTokenSource dropped;
        lock (_gate)
        {
            dropped = _connections;
            _connections = new CancellationTokenSource();
        }

        dropped.Cancel();
        dropped.Dispose();
    }

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            await context.Response.WriteAsync("This endpoint accepts only WebSocket connections.", context.RequestAborted);
            return;
        }

        // Register the connection before the App can see that it is connected, so that a disconnection affects it from then on.
        using var connection = Connect(context.RequestAborted);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var own = $"{context.Request.Scheme}://{context.Request.Host}";
        var origin = context.Request.Headers.Origin.ToString() is { Length: > 0 } stated && stated != own ? stated : null;
        var session = new AppSession(socket, origin, storage.InitialPlatform, tokens, installations, workspace, logger);
        try
        {
            await session.RunAsync(connection.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            logger.LogDebug("An App disconnected: {Reason}", error.Message);
        }
    }

    public void Dispose() => _connections.Dispose();

    private CancellationTokenSource Connect(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _connections.Token, lifetime.ApplicationStopping);
        }
    }
}
