using System.Text;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>The types of messages that came, so that the next message of a type needs no new one.</summary>
/// <param name="isCached">Returns whether the last value of an event is kept.</param>
/// <param name="envelope">The names of the members of messages.</param>
internal sealed class MessageTypes(Func<string, bool> isCached, MessageEnvelope envelope)
{
    /// <summary>More than any schema has; a peer that invents types fills no memory.</summary>
    private const int MaximumTypes = 64;

    private readonly List<MessageType> _known = [];

    public MessageEnvelope Envelope => envelope;

    /// <summary>Gets the type of messages that have none.</summary>
    public MessageType None => Find("");

    /// <summary>Reads the type at which the reader stands.</summary>
    /// <exception cref="JsonException">It is no text.</exception>
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

    /// <summary>Finds the type of a message that carries nothing, if one with the same bytes came before.</summary>
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
