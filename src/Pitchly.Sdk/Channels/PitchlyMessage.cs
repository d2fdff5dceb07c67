using System.Buffers;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>A message of a channel: <c>{"type", "id"?, "data"?, "error"?}</c>, if the schema gives no other names.</summary>
public readonly struct PitchlyMessage
{
    private readonly MessageType? _type;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly Rest? _rest;

    private PitchlyMessage(MessageType type, ReadOnlyMemory<byte> data, Rest? rest) => (_type, _data, _rest) = (type, data, rest);

    /// <summary>Makes an event that carries no more than its data.</summary>
    internal PitchlyMessage(MessageType type, ReadOnlyMemory<byte> data)
        : this(type, data, null)
    {
    }

    /// <summary>Gets the name of the event, request or command; empty if a message of another platform than Pitchly has none.</summary>
    public string Type => _type?.Name ?? "";

    /// <summary>Gets the id that a request and its reply share; <see langword="null"/> for events and commands.</summary>
    public string? Id => _rest?.Id;

    /// <summary>Gets why a request was refused, if it was.</summary>
    public PitchlyError? Error => _rest?.Error;

    /// <summary>Gets the number of the message; <see langword="null"/> if it has none, as Pitchly's own.</summary>
    public long? Sequence => _rest?.Sequence;

    /// <summary>
    /// Gets the name of a member that no message has, if the message carries nothing else: whoever sent it has put its payload in the wrong
    /// place.
    /// </summary>
    internal string? StrayMember => _data.IsEmpty ? _rest?.StrayMember : null;

    internal MessageType Kind => _type!;

    /// <summary>Gets what it carries, as it came; empty where it carries nothing.</summary>
    internal ReadOnlyMemory<byte> Utf8Data => _data;

    /// <summary>Gets whether it has more than a type and data.</summary>
    internal bool HasMore => _rest is not null;

    /// <summary>Gets what it carries, as it came; null where it carries nothing.</summary>
    public JsonText Data => Read(JsonText.ReadJson);

    /// <summary>Takes a message apart.</summary>
    /// <param name="utf8">The whole message; it is kept, and must not change.</param>
    /// <exception cref="JsonException">It is no message.</exception>
    public static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8) => Parse(utf8, MessageEnvelope.Default);

    /// <summary>Takes a message apart.</summary>
    /// <param name="utf8">The whole message; it is kept, and must not change.</param>
    /// <param name="envelope">The names of its members.</param>
    /// <exception cref="JsonException">It is no message.</exception>
    public static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8, MessageEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return Parse(utf8, new MessageTypes(static _ => false, envelope));
    }

    /// <summary>Takes a message apart.</summary>
    /// <param name="utf8">The whole message; it is kept, and must not change.</param>
    /// <param name="types">The types that came before.</param>
    /// <exception cref="JsonException">It is no message.</exception>
    internal static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8, MessageTypes types)
    {
        return types.FindEmpty(utf8.Span) is { } empty ? new PitchlyMessage(empty, default, null) : ParseAnew(utf8, types);
    }

    private static PitchlyMessage ParseAnew(ReadOnlyMemory<byte> utf8, MessageTypes types)
    {
        var envelope = types.Envelope;
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        JsonRead.StartObject(ref reader, "message");
        MessageType? type = null;
        Rest? rest = null;
        var data = ReadOnlyMemory<byte>.Empty;
        ulong seen = 0;
        while (JsonRead.NextMember(ref reader, "message"))
        {
            if (reader.ValueTextEquals(envelope.Utf8Type))
            {
                JsonRead.Once(ref seen, 0, "message.type");
                reader.Read();
                type = reader.TokenType == JsonTokenType.Null ? null : types.Read(ref reader);
            }
            else if (reader.ValueTextEquals(envelope.Utf8Data))
            {
                JsonRead.Once(ref seen, 1, "message.data");
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = utf8[start..(int)reader.BytesConsumed];
            }
            else
            {
                rest ??= new Rest();
                rest.Read(ref reader, envelope, ref seen);
            }
        }

        if (reader.BytesConsumed < utf8.Length)
        {
            // Nothing but white space may follow.
            reader.Read();
        }

        type ??= envelope.NeedsType ? throw JsonRead.Missing("message", envelope.Type) : types.None;
        if (rest is null && data.IsEmpty)
        {
            type.KeepEmptyMessage(utf8.Span);
        }

        return new PitchlyMessage(type, data, rest);
    }

    /// <summary>Reads what the message carries; a message that carries nothing carries null.</summary>
    /// <typeparam name="T">The type of it.</typeparam>
    /// <param name="read">How to read it.</param>
    /// <exception cref="JsonException">It does not have the type's shape.</exception>
    public T Read<T>(JsonReadFunc<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var reader = new Utf8JsonReader(_data.IsEmpty ? "null"u8 : _data.Span);
        reader.Read();
        return read(ref reader);
    }

    /// <summary>The message's type and id. What it carries may be secret, so it is not shown.</summary>
    public override string ToString() => Id is null ? Type : $"{Type} #{Id}";

    internal static ReadOnlyMemory<byte> Write<T>(
        MessageEnvelope envelope, string type, string? id, T payload, Action<Utf8JsonWriter, T>? write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WellFormedEncoder.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString(envelope.Utf8Type, type);
            if (id is not null)
            {
                writer.WriteString(envelope.Utf8Id, id);
            }

            if (write is not null)
            {
                writer.WritePropertyName(envelope.Utf8Data);
                write(writer, payload);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>What only replies have, and what no message should have.</summary>
    private sealed class Rest
    {
        public string? Id { get; private set; }

        public PitchlyError? Error { get; private set; }

        public long? Sequence { get; private set; }

        public string? StrayMember { get; private set; }

        public void Read(ref Utf8JsonReader reader, MessageEnvelope envelope, ref ulong seen)
        {
            if (reader.ValueTextEquals(envelope.Utf8Id))
            {
                JsonRead.Once(ref seen, 2, "message.id");
                reader.Read();
                Id = JsonRead.String(ref reader, "message.id");
            }
            else if (reader.ValueTextEquals(envelope.Utf8Error))
            {
                JsonRead.Once(ref seen, 3, "message.error");
                reader.Read();
                Error = reader.TokenType == JsonTokenType.Null ? null : ReadError(ref reader);
            }
            else if (envelope.Utf8Sequence.Length > 0 && reader.ValueTextEquals(envelope.Utf8Sequence))
            {
                JsonRead.Once(ref seen, 4, "message.sequence");
                reader.Read();
                Sequence = reader.TokenType == JsonTokenType.Null ? null : ReadSequence(ref reader);
            }
            else
            {
                StrayMember ??= MemberName(ref reader);
                reader.Skip();
            }
        }

        private static long ReadSequence(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
                ? number
                : throw new JsonException("message.sequence: expected a whole number of 64 bits.");

        /// <summary>An error of another shape is one as well: whoever asked must not wait for another answer.</summary>
        private static PitchlyError ReadError(ref Utf8JsonReader reader)
        {
            var start = reader;
            reader.Skip();
            try
            {
                return PitchlyError.ReadJson(ref start);
            }
            catch (JsonException error)
            {
                return new PitchlyError(
                    PitchlyErrorNames.UnexpectedAnswer, $"The request was refused, but the error is malformed: {error.Message}", 0);
            }
        }

        private static string MemberName(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return "(a name that is no text)";
            }
        }
    }
}
