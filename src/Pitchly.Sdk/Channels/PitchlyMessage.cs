using System.Buffers;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>A message of a channel: <c>{"type", "id"?, "data"?, "error"?}</c>, unless the schema declares other member names.</summary>
public readonly struct PitchlyMessage
{
    private readonly MessageType? _type;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly OtherMembers? _otherMembers;

    private PitchlyMessage(MessageType type, ReadOnlyMemory<byte> data, OtherMembers? otherMembers) =>
        (_type, _data, _otherMembers) = (type, data, otherMembers);

    /// <summary>Creates an event that contains only its type and payload.</summary>
    internal PitchlyMessage(MessageType type, ReadOnlyMemory<byte> data)
        : this(type, data, null)
    {
    }

    /// <summary>Gets the name of the event, request or command. Empty if a message of a platform other than Pitchly has no name.</summary>
    public string Type => _type?.Name ?? "";

    /// <summary>Gets the id that a request and its reply have in common; <see langword="null"/> for events and commands.</summary>
    public string? Id => _otherMembers?.Id;

    /// <summary>Gets the error of a refused request; <see langword="null"/> if the request was not refused.</summary>
    public PitchlyError? Error => _otherMembers?.Error;

    /// <summary>Gets the sequence number; <see langword="null"/> if the message has none, as in Pitchly's own messages.</summary>
    public long? Sequence => _otherMembers?.Sequence;

    /// <summary>
    /// Gets the name of an unknown member if the message has no payload. This means that the sender put the payload in the wrong place.
    /// </summary>
    internal string? UnknownMember => _data.IsEmpty ? _otherMembers?.UnknownMember : null;

    internal MessageType Kind => _type!;

    /// <summary>Gets the payload as it was received; empty if there is none.</summary>
    internal ReadOnlyMemory<byte> Utf8Data => _data;

    /// <summary>Gets a value indicating whether the message has members other than its type and payload.</summary>
    internal bool HasOtherMembers => _otherMembers is not null;

    /// <summary>Gets the payload as it was received; a JSON null if there is none.</summary>
    public JsonText Data => Read(JsonText.ReadJson);

    /// <summary>Parses a message.</summary>
    /// <param name="utf8">The whole message. The result refers to this memory, which must not change.</param>
    /// <exception cref="JsonException">The text is not a valid message.</exception>
    public static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8) => Parse(utf8, MessageEnvelope.Default);

    /// <summary>Parses a message.</summary>
    /// <param name="utf8">The whole message. The result refers to this memory, which must not change.</param>
    /// <param name="envelope">The names of the members.</param>
    /// <exception cref="JsonException">The text is not a valid message.</exception>
    public static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8, MessageEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return Parse(utf8, new MessageTypes(static _ => false, envelope));
    }

    /// <summary>Parses a message.</summary>
    /// <param name="utf8">The whole message. The result refers to this memory, which must not change.</param>
    /// <param name="types">The types of earlier messages.</param>
    /// <exception cref="JsonException">The text is not a valid message.</exception>
    internal static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8, MessageTypes types)
    {
        return types.FindEmpty(utf8.Span) is { } empty ? new PitchlyMessage(empty, default, null) : ParseMembers(utf8, types);
    }

    private static PitchlyMessage ParseMembers(ReadOnlyMemory<byte> utf8, MessageTypes types)
    {
        var envelope = types.Envelope;
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        JsonRead.StartObject(ref reader, "message");
        MessageType? type = null;
        OtherMembers? otherMembers = null;
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
                otherMembers ??= new OtherMembers();
                otherMembers.Read(ref reader, envelope, ref seen);
            }
        }

        if (reader.BytesConsumed < utf8.Length)
        {
            // Throws if anything but white space follows.
            reader.Read();
        }

        type ??= envelope.NeedsType ? throw JsonRead.Missing("message", envelope.Type) : types.None;
        if (otherMembers is null && data.IsEmpty)
        {
            type.KeepEmptyMessage(utf8.Span);
        }

        return new PitchlyMessage(type, data, otherMembers);
    }

    /// <summary>Reads the payload. A message without a payload is read as null.</summary>
    /// <typeparam name="T">The type of the payload.</typeparam>
    /// <param name="read">A delegate that reads the payload.</param>
    /// <exception cref="JsonException">The payload does not have the shape of the type.</exception>
    public T Read<T>(JsonReadFunc<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var reader = new Utf8JsonReader(_data.IsEmpty ? "null"u8 : _data.Span);
        reader.Read();
        return read(ref reader);
    }

    /// <summary>Returns the message's type and id. The payload is not included, because it may contain a secret.</summary>
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

    /// <summary>The members that only replies have, and unknown members.</summary>
    private sealed class OtherMembers
    {
        public string? Id { get; private set; }

        public PitchlyError? Error { get; private set; }

        public long? Sequence { get; private set; }

        public string? UnknownMember { get; private set; }

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
                UnknownMember ??= MemberName(ref reader);
                reader.Skip();
            }
        }

        private static long ReadSequence(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
                ? number
                : throw new JsonException("message.sequence: expected a 64-bit integer.");

        /// <summary>Reads an error. A malformed error counts as an error too, because the caller must not wait for another reply.</summary>
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
                    PitchlyErrorNames.UnexpectedResponse, $"The request was refused, but the error is malformed: {error.Message}", 0);
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
                return "(a name that is not valid text)";
            }
        }
    }
}
