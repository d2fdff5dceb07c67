using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.Channel;

/// <summary>The session of one App in the page: it sends the page's changes to the App and replies to the App's requests.</summary>
internal sealed class AppSession(
    WebSocket socket, string? origin, Platform platform, SdkTokens tokens, Installations installations, Workspace workspace, ILogger logger)
{
    /// <summary>The events that a v1 App receives when it is ready.</summary>
    private static readonly string[] AppEvents = ["organization", "database", "selection", "filter", "showSelected"];

    /// <summary>The events that a v2 plugin receives when it is ready. The names of the other events are not public.</summary>
    private static readonly string[] PluginEvents = ["workspace", "table", "person", "focus"];

    private readonly Outbox _outbox = new(socket, logger);
    private IReadOnlyList<string> _events = []; // Read and written under the workspace's lock.

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var session = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        workspace.Changed += OnChanged;
        var sending = _outbox.RunAsync(session.Token);
        try
        {
            while (await Inbox.ReceiveAsync(socket, session.Token) is { } message)
            {
                Handle(message);
            }

            if (socket.State == WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, session.Token);
            }
        }
        finally
        {
            workspace.Changed -= OnChanged;
            _outbox.Complete();
            await session.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void OnChanged(JsonObject message)
    {
        if (_events.Count > 0 && !IsOtherGeneration(message["type"]?.GetValue<string>()))
        {
            Send(message);
        }
    }

    private void Handle(string text)
    {
        try
        {
            if (JsonNode.Parse(text, null, StrictJson.Document) is not JsonObject message || message["type"] is not { } type)
            {
                throw new JsonException("The message is not a JSON object with a type.");
            }

            Handle(type.GetValue<string>(), message["id"]?.GetValue<string>(), message["data"] as JsonObject);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            logger.LogWarning("A message from the App was dropped: {Reason}", error.Message);
        }
    }

    private void Handle(string type, string? id, JsonObject? data)
    {
        if (id is null)
        {
            Execute(type, data);
            return;
        }

        workspace.InOrder(() =>
        {
            var reply = Reply(type, data);
            reply["id"] = id;
            Send(reply);
        });
    }

    private void Execute(string type, JsonObject? data)
    {
        switch (type)
        {
            case "ready" when Find(data) is not null:
                SendInitialValues(AppEvents);
                break;
            case "ready" when data is null:
                SendInitialValues(PluginEvents);
                break;
            case "ready":
                logger.LogWarning("An App sent a ready message with an App ID that does not exist.");
                break;
            case "showFilter" or "hideFilter":
                workspace.IsFilterVisible = type == "showFilter";
                break;
            default:
                logger.LogWarning("The App sent a command that the page does not support.");
                break;
        }
    }

    private void SendInitialValues(IReadOnlyList<string> events) => workspace.InOrder(() =>
    {
        _events = events;
        foreach (var name in events)
        {
            Send(Workspace.Message(name, workspace.Value(name)));
        }
    });

    /// <summary>
    /// Returns <see langword="true"/> for an event of the other generation. A v1 App does not receive the events of v2 plugins, and a
    /// plugin does not receive the events of v1 Apps. Custom messages from the inspector go to both.
    /// </summary>
    private bool IsOtherGeneration(string? type) =>
        ReferenceEquals(_events, AppEvents) ? PluginEvents.Contains(type) || type == "activeCell" : AppEvents.Contains(type);

    private JsonObject Reply(string type, JsonObject? data) => type switch
    {
        "generateAccessToken" => Workspace.Message(type, Connect(data)),
        "requestOrganizationId" => Workspace.Message(type, workspace.Value("organization")),
        "requestDatabaseId" => Workspace.Message(type, workspace.Value("database")),
        "requestSelection" => Workspace.Message(type, workspace.Value("selection")),
        "requestFilter" => Workspace.Message(type, workspace.Value("filter")),
        "requestShowSelected" => Workspace.Message(type, workspace.Value("showSelected")),
        "requestUserId" => Workspace.Message(type, workspace.UserId),
        _ => new JsonObject
        {
            ["type"] = type,
            ["error"] = Error("unknown-request", "The page does not support this request.", StatusCodes.Status400BadRequest)
        },
    };

    private JsonObject Connect(JsonObject? data)
    {
        if (Find(data) is not { } app)
        {
            return new JsonObject { ["error"] = Error("app-not-found", "App doesn't exist.", StatusCodes.Status404NotFound) };
        }

        if (!installations.Has(app.AppId, workspace.OrganizationId))
        {
            return new JsonObject
            {
                ["error"] = Error("app-not-installed", "The organization has not installed this App. Let a user approve it.",
                    StatusCodes.Status403Forbidden),
            };
        }

        var (token, expiresAt) = tokens.Issue(app.AppId, workspace.OrganizationId, workspace.UserId);
        return new JsonObject
        {
            ["accessToken"] = token,
            ["accessTokenExpiresAt"] = expiresAt.ToString(
                "ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", CultureInfo.InvariantCulture),
            ["organizationId"] = workspace.OrganizationId,
        };
    }

    /// <summary>Finds the App. If the App has origins and the page's origin is not among them, the App is not found.</summary>
    private AppRegistration? Find(JsonObject? data)
    {
        var app = data?["appId"] is JsonValue value && value.TryGetValue<string>(out var id) ? platform.App(id) : null;
        var isAnyOrigin = origin is null || app?.Origins.Count == 0;
        if (app is null || isAnyOrigin || app.Origins.Contains(origin!))
        {
            return app;
        }

        logger.LogWarning("A page from {Origin} can't connect as App {AppId}, because the App has other origins.", origin, app.AppId);
        return null;
    }

    private static JsonObject Error(string name, string reason, int code) =>
        new() { ["name"] = name, ["reason"] = reason, ["code"] = code };

    private void Send(JsonObject message) => _outbox.Send(message.ToJsonString());
}
