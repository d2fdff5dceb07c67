using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using Pitchly.Emulator.Channel;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>The subscriptions of one client, according to graphql-transport-ws or the older graphql-ws.</summary>
internal sealed class SubscriptionSession(
    WebSocket socket,
    SubscriptionProtocol protocol,
    GraphQLEngine engine,
    GraphQLSerializer serializer,
    Failures failures,
    Callers callers,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    /// <summary>The close codes of the protocol. Pitchly's client handles 4403.</summary>
    private const int BadMessage = 4400, NotAcknowledged = 4401, Forbidden = 4403, TooLate = 4408, IdInUse = 4409, InitTwice = 4429;

    /// <summary>The time within which a client must send connection_init.</summary>
    private static readonly TimeSpan InitTime = TimeSpan.FromSeconds(10);

    /// <summary>The time within which a client must respond to a close message.</summary>
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _closing = new();
    private readonly Outbox _outbox = new(socket, logger);
    private readonly ConcurrentDictionary<string, IDisposable> _running = [];
    private CallContext? _context;

    private bool IsV2 => _context?.Bearer is not null;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        var sending = _outbox.RunAsync(session.Token);
        _ = CloseIfLateAsync(session.Token);
        try
        {
            while (await Inbox.ReceiveAsync(socket, session.Token) is { } message)
            {
                if (socket.State == WebSocketState.Open)
                {
                    await HandleAsync(message, session.Token);
                }
            }

            if (socket.State == WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, session.Token);
            }
        }
        finally
        {
            foreach (var one in _running.Values)
            {
                one.Dispose();
            }

            await session.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _closing.Dispose();

    private async Task HandleAsync(string text, CancellationToken cancellationToken)
    {
        JsonObject message;
        string type;
        try
        {
            message = (JsonObject)JsonNode.Parse(text, null, StrictJson.Document)!;
            type = message["type"]!.GetValue<string>();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or InvalidCastException or NullReferenceException)
        {
            await CloseAsync(BadMessage, "A message must be a JSON object with a type.");
            return;
        }

        var id = message["id"] is JsonValue value && value.TryGetValue<string>(out var given) ? given : null;
        await (type switch
        {
            "connection_init" => InitAsync(message["payload"] as JsonObject),
            "ping" => SendAsync(new JsonObject { ["type"] = "pong" }),
            "pong" => Task.CompletedTask,
            "connection_terminate" => CloseAsync((int)WebSocketCloseStatus.NormalClosure, "Goodbye"),
            _ when type == protocol.Stop && id is not null => StopAsync(id),
            _ when type == protocol.Subscribe && id is not null => SubscribeAsync(id, message["payload"], cancellationToken),
            _ => CloseAsync(BadMessage, $"The message type '{type}' is unknown, or the id is missing."),
        });
    }

    private Task InitAsync(JsonObject? payload)
    {
        if (_context is not null)
        {
            return CloseAsync(InitTwice, "Too many initialisation requests");
        }

        var stated = payload?.FirstOrDefault(member => member.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)).Value;
        var context = CallContext.Of(stated is JsonValue text && text.TryGetValue<string>(out var authorization) ? authorization : null);
        if (stated is not null && callers.ByToken(context.Bearer) is null)
        {
            return CloseAsync(Forbidden, "Forbidden");
        }

        _context = context;
        return SendAsync(new JsonObject { ["type"] = "connection_ack" });
    }

    private async Task SubscribeAsync(string id, JsonNode? payload, CancellationToken cancellationToken)
    {
        if (_context is null)
        {
            await CloseAsync(NotAcknowledged, "Unauthorized");
        }
        else if (!_running.TryAdd(id, new CancellationTokenSource()))
        {
            await CloseAsync(IdInUse, $"Subscriber for {id} already exists");
        }
        else if (Read(payload) is { } request)
        {
            await ExecuteAsync(id, request, _context, cancellationToken);
        }
        else
        {
            await CloseAsync(BadMessage, "The payload has no query.");
        }
    }

    private async Task ExecuteAsync(string id, GraphQLRequest request, CallContext context, CancellationToken cancellationToken)
    {
        try
        {
            var result = await engine.ExecuteAsync(request, context, cancellationToken);
            if (result.Streams is { Count: > 0 } streams)
            {
                Replace(id, streams.Values.Single().Subscribe(new Sender(next => SendResult(id, next))));
            }
            else if (result.Errors?.Select(error => error.InnerException).OfType<PitchlyFault>().Any(IsRefusal) == true)
            {
                await CloseAsync(Forbidden, "Forbidden");
            }
            else if (failures.Of(result, IsV2) is { } errors && !result.Executed)
            {
                SendErrors(id, errors);
            }
            else
            {
                SendResult(id, result);
                Finish(id);
            }
        }
        catch (PitchlyFault fault)
        {
            SendErrors(id, failures.Of(fault, IsV2));
        }
    }

    private bool IsRefusal(PitchlyFault fault) => protocol.ClosesOnRefusal && fault.Code == PitchlyFault.Unauthenticated;

    private GraphQLRequest? Read(JsonNode? payload)
    {
        try
        {
            return payload is JsonObject json && serializer.Deserialize<GraphQLRequest>(json.ToJsonString()) is { Query: not null } request
                ? request : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private void SendResult(string id, ExecutionResult result)
    {
        var payload = failures.Of(result, IsV2) is { } errors
            ? JsonSerializer.SerializeToNode(new { errors, data = (object?)null })
            : JsonNode.Parse(serializer.Serialize(result));
        _outbox.Send(new JsonObject { ["type"] = protocol.Next, ["id"] = id, ["payload"] = payload }.ToJsonString());
    }

    /// <summary>Sends errors. The payload is a list in graphql-transport-ws and a single error in the older protocol.</summary>
    private void SendErrors(string id, IReadOnlyList<object> errors)
    {
        var payload = JsonSerializer.SerializeToNode<object>(protocol == SubscriptionProtocol.Transport ? errors : errors[0]);
        _outbox.Send(new JsonObject { ["type"] = "error", ["id"] = id, ["payload"] = payload }.ToJsonString());
        End(id);
    }

    private void Finish(string id)
    {
        End(id);
        _outbox.Send(new JsonObject { ["type"] = "complete", ["id"] = id }.ToJsonString());
    }

    private Task StopAsync(string id)
    {
        End(id);
        return Task.CompletedTask;
    }

    private void Replace(string id, IDisposable running)
    {
        if (!_running.TryGetValue(id, out var before) || !_running.TryUpdate(id, running, before))
        {
            running.Dispose();
        }

        before?.Dispose();
    }

    private void End(string id)
    {
        if (_running.TryRemove(id, out var running))
        {
            running.Dispose();
        }
    }

    private Task SendAsync(JsonObject message)
    {
        _outbox.Send(message.ToJsonString());
        return Task.CompletedTask;
    }

    private Task CloseAsync(int code, string reason)
    {
        _closing.CancelAfter(CloseTime);
        return socket.CloseOutputAsync((WebSocketCloseStatus)code, CloseReason.Of(reason), CancellationToken.None);
    }

    private async Task CloseIfLateAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(InitTime, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_context is null && !cancellationToken.IsCancellationRequested)
        {
            await CloseAsync(TooLate, "Connection initialisation timeout");
        }
    }

    private sealed class Sender(Action<ExecutionResult> send) : IObserver<ExecutionResult>
    {
        public void OnNext(ExecutionResult value) => send(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
