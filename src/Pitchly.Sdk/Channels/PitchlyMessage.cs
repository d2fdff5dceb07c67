using System.Buffers;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>A message of a channel: <c>{"type", "id"?, "data"?, "error"?}</c>.</summary>
public sealed class PitchlyMessage
{
    private readonly ReadOnlyMemory<byte> _data;

    private PitchlyMessage(string type, string? id, ReadOnlyMemory<byte> data, PitchlyError? error, string? stray) =>
        (Type, Id, _data, Error, StrayMember) = (type, id, data, error, stray);

    /// <summary>What kind of message it is.</summary>
    public string Type { get; }

    /// <summary>The id that a request and its reply share; <see langword="null"/> for events and commands.</summary>
    public string? Id { get; }

    /// <summary>Why a request was refused, if it was.</summary>
    public PitchlyError? Error { get; }

    /// <summary>
    /// Gets the name of a member that no message has, if the message carries nothing else: whoever sent it has put its payload in the wrong
    /// place.
    /// </summary>
    internal string? StrayMember { get; }

    /// <summary>What it carries, as it came; null where it carries nothing.</summary>
    public JsonText Data => Read(JsonText.ReadJson);

    /// <summary>Takes a message apart.</summary>
    /// <param name="utf8">The whole message; it is kept, and must not change.</param>
    /// <exception cref="JsonException">It is no message.</exception>
    public static PitchlyMessage Parse(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        JsonRead.StartObject(ref reader, "message");
        string? type = null, id = null, stray = null;
        PitchlyError? error = null;
        var data = ReadOnlyMemory<byte>.Empty;
        ulong seen = 0;
        while (JsonRead.NextMember(ref reader, "message"))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                JsonRead.Once(ref seen, 0, "message.type");
                reader.Read();
                type = JsonRead.String(ref reader, "message.type");
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                JsonRead.Once(ref seen, 1, "message.id");
                reader.Read();
                id = JsonRead.String(ref reader, "message.id");
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                JsonRead.Once(ref seen, 2, "message.error");
                reader.Read();
                error = reader.TokenType == JsonTokenType.Null ? null : PitchlyError.ReadJson(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                JsonRead.Once(ref seen, 3, "message.data");
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = utf8[start..(int)reader.BytesConsumed];
            }
            else
            {
                stray ??= MemberName(ref reader);
                reader.Skip();
            }
        }

        reader.Read();
        return new PitchlyMessage(type ?? throw JsonRead.Missing("message", "type"), id, data, error, data.IsEmpty ? stray : null);
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

    internal static ReadOnlyMemory<byte> Write(string type, string? id, Action<Utf8JsonWriter>? data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WellFormedEncoder.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, type);
            if (id is not null)
            {
                writer.WriteString("id"u8, id);
            }

            if (data is not null)
            {
                writer.WritePropertyName("data"u8);
                data(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
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
