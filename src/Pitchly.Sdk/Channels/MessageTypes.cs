using System.Text;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>A cache of the types of received messages, so that the next message of a type needs no allocation.</summary>
/// <param name="isCached">A delegate that returns whether the last value of an event is cached.</param>
/// <param name="envelope">The names of the members of messages.</param>
internal sealed class MessageTypes(Func<string, bool> isCached, MessageEnvelope envelope)
{
    /// <summary>A limit above the number of types in any schema, so that a peer that invents types can't fill the memory.</summary>
    private const int MaximumTypes = 64;

    private readonly List<MessageType> _known = [];

    public MessageEnvelope Envelope => envelope;

    /// <summary>Gets the type of messages that have no type.</summary>
    public MessageType None => Find("");

    /// <summary>Reads the type at the reader's position.</summary>
    /// <exception cref="JsonException">The type is not a string.</exception>
    public MessageType Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
        {
            foreach (var known in _known)
            {
                if (reader.ValueSpan.SequenceEqual(known.Utf8))
                {
                    return known;
                }
            }
        }

        return Find(JsonRead.String(ref reader, "message.type"));
    }

    /// <summary>Finds the type of a message without a payload, if a message with the same bytes was received before.</summary>
    public MessageType? FindEmpty(ReadOnlySpan<byte> message)
    {
        foreach (var known in _known)
        {
            if (known.IsEmptyMessage(message))
            {
                return known;
            }
        }

        return null;
    }

    private MessageType Find(string name)
    {
        if (_known.Find(known => known.Name == name) is { } found)
        {
            return found;
        }

        var type = new MessageType(name, Encoding.UTF8.GetBytes(name), isCached(name));
        if (_known.Count < MaximumTypes || type.IsCached)
        {
            _known.Add(type);
        }

        return type;
    }
}
