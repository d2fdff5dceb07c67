using System.Text.Json;
using Pitchly.Http;

namespace Pitchly.Subscriptions;

/// <summary>The messages that a client sends in graphql-transport-ws.</summary>
internal static class ClientMessages
{
    /// <summary>The id of the subscription. Each subscription has its own connection, so one id is sufficient.</summary>
    public const string Id = "1";

    public static ReadOnlyMemory<byte> Ping { get; } = """{"type":"ping"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Pong { get; } = """{"type":"pong"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Complete { get; } = """{"id":"1","type":"complete"}"""u8.ToArray();

    /// <summary>
    /// Writes the message that starts a connection. The token is in the same location as in the messages of Pitchly's own clients.
    /// </summary>
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

    /// <summary>Writes the message that starts a subscription.</summary>
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
