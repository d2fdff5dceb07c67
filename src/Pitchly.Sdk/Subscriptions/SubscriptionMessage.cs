using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Subscriptions;

/// <summary>Specifies the type of a message from a server in graphql-transport-ws.</summary>
internal enum SubscriptionMessageType
{
    Acknowledged,
    Ping,
    Pong,
    Next,
    Error,
    Complete,
}

/// <summary>A message from the server.</summary>
/// <param name="Type">The type of the message.</param>
/// <param name="IsOurs">Whether the message has the id of the subscription. A connection has only one subscription.</param>
/// <param name="Payload">The payload.</param>
internal readonly record struct SubscriptionMessage(SubscriptionMessageType Type, bool IsOurs, ReadOnlyMemory<byte> Payload)
{
    private const string Where = "message";

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The message is not valid in the protocol.</exception>
    public static SubscriptionMessage Read(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        JsonRead.StartObject(ref reader, Where);
        SubscriptionMessageType? type = null;
        var isOurs = false;
        ReadOnlyMemory<byte> payload = default;
        ulong seen = 0;
        while (JsonRead.NextMember(ref reader, Where))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                JsonRead.Once(ref seen, 0, "message.type");
                reader.Read();
                type = TypeOf(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                JsonRead.Once(ref seen, 1, "message.id");
                reader.Read();
                isOurs = JsonRead.String(ref reader, "message.id") == ClientMessages.Id;
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                JsonRead.Once(ref seen, 2, "message.payload");
                reader.Read();
                var from = (int)reader.TokenStartIndex;
                reader.Skip();
                payload = utf8[from..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        // Throws if other data follows the message.
        reader.Read();
        return new SubscriptionMessage(type ?? throw JsonRead.Missing(Where, "type"), isOurs, payload);
    }

    private static SubscriptionMessageType TypeOf(ref Utf8JsonReader reader) => JsonRead.String(ref reader, "message.type") switch
    {
        "connection_ack" => SubscriptionMessageType.Acknowledged,
        "ping" => SubscriptionMessageType.Ping,
        "pong" => SubscriptionMessageType.Pong,
        "next" => SubscriptionMessageType.Next,
        "error" => SubscriptionMessageType.Error,
        "complete" => SubscriptionMessageType.Complete,
        var unknown => throw new JsonException($"The protocol does not define a server message '{PitchlyError.Cut(unknown)}'."),
    };
}
