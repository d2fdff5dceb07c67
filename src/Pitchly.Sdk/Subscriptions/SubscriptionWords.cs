using System.Text.Json;
using Pitchly.Http;

namespace Pitchly.Subscriptions;

/// <summary>What a client says by graphql-transport-ws.</summary>
internal static class SubscriptionWords
{
    /// <summary>The subscription's id. Each has a connection of its own, so one is enough.</summary>
    public const string Id = "1";

    public static ReadOnlyMemory<byte> Ping { get; } = """{"type":"ping"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Pong { get; } = """{"type":"pong"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Complete { get; } = """{"id":"1","type":"complete"}"""u8.ToArray();

    /// <summary>Writes what begins a connection. The token stands where Pitchly's own clients put it.</summary>
    public static JsonBody Init(AccessToken? token) => JsonBody.Write(token, static (writer, token) =>
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "connection_init"u8);
        if (token is not null)
        {
            writer.WriteStartObject("payload"u8);
            writer.WriteString("authorization"u8, $"Bearer {token.Value.Reveal()}");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    /// <summary>Writes what begins a subscription.</summary>
    public static JsonBody Subscribe(JsonSource source, AccessToken? token)
    {
        using var operation = source.Write(token);
        return JsonBody.Write(operation.Utf8, static (writer, payload) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, Id);
            writer.WriteString("type"u8, "subscribe"u8);
            writer.WritePropertyName("payload"u8);
            writer.WriteRawValue(payload.Span, skipInputValidation: true);
            writer.WriteEndObject();
        });
    }
}
