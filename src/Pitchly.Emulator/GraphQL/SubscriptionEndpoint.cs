using System.Net.WebSockets;
using GraphQL.SystemTextJson;
using Pitchly.Emulator.Channel;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>The endpoint of GraphQL over WebSocket: /subscriptions, as in v2, and /graphql. v1's address is not public.</summary>
internal sealed class SubscriptionEndpoint(
    GraphQLEngine engine,
    Failures failures,
    Callers callers,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<SubscriptionEndpoint> logger)
{
    public const string Path = "/subscriptions";

    private readonly GraphQLSerializer _serializer = new();

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest
            || SubscriptionProtocol.Of(context.WebSockets.WebSocketRequestedProtocols) is not { } protocol)
        {
            context.Response.StatusCode = context.WebSockets.IsWebSocketRequest ? StatusCodes.Status400BadRequest
                : StatusCodes.Status426UpgradeRequired;
            var words =
                $"Connect by WebSocket with the subprotocol {SubscriptionProtocol.Transport.Name} or {SubscriptionProtocol.Legacy.Name}.";
            await context.Response.WriteAsync(words, context.RequestAborted);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(protocol.Name);
        using var session = new SubscriptionSession(socket, protocol, engine, _serializer, failures, callers, time, logger);
        try
        {
            await session.RunAsync(ending.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            logger.LogDebug("A subscriber disconnected: {Reason}", error.Message);
        }
    }
}
