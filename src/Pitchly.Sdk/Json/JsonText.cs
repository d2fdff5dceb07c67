using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Json;

/// <summary>A JSON value that is stored as its text, byte for byte, so that it can be passed on unchanged.</summary>
[JsonConverter(typeof(PitchlyJsonConverter<JsonText>))]
public readonly struct JsonText : IPitchlyJson<JsonText>, IEquatable<JsonText>
{
    private readonly byte[]? _utf8;

    private JsonText(byte[] utf8) => _utf8 = utf8;

    /// <summary>Gets the JSON value <c>null</c>.</summary>
    public static JsonText Null { get; } = new("null"u8.ToArray());

    /// <summary>Gets an object without members.</summary>
    public static JsonText EmptyObject { get; } = new("{}"u8.ToArray());

    /// <summary>
    /// Gets a value indicating whether there is no text, as in <c>default(JsonText)</c>. Such a value is written as <c>null</c>.
    /// </summary>
    public bool IsEmpty => _utf8 is null;

    /// <summary>Gets the text in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8 is null ? "null"u8 : _utf8;

    /// <summary>Gets the kind of the value.</summary>
    public JsonValueKind ValueKind => Utf8[0] switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    /// <summary>Parses a JSON text.</summary>
    /// <param name="json">The text of one value.</param>
    /// <exception cref="JsonException">The text is not exactly one JSON value.</exception>
    public static JsonText Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var value = ReadJson(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>Creates a JSON string.</summary>
    /// <param name="value">The string, unescaped.</param>
    public static JsonText FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Write(value, static (writer, text) => writer.WriteStringValue(text));
    }

    /// <summary>Creates a JSON number.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException">The number is infinite or NaN, which JSON can't represent.</exception>
    public static JsonText FromNumber(double value) => Write(value, static (writer, number) => writer.WriteNumberValue(number));

    /// <summary>Creates a JSON number.</summary>
    /// <param name="value">The number.</param>
    public static JsonText FromNumber(long value) => Write(value, static (writer, number) => writer.WriteNumberValue(number));

    /// <summary>Creates the JSON value <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The Boolean value.</param>
    public static JsonText FromBoolean(bool value) => new((value ? "true"u8 : "false"u8).ToArray());

    /// <summary>Creates JSON from a value of a type that has a JSON contract.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="contract">The contract that writes the value.</param>
    public static JsonText From<T>(T value, JsonTypeInfo<T> contract) => new(JsonSerializer.SerializeToUtf8Bytes(value, contract));

    /// <summary>Creates JSON from a value of a generated type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static JsonText From<T>(T value)
        where T : IPitchlyJson<T> => Write(value, static (writer, item) => item.WriteJson(writer));

    /// <summary>Returns the text of a JSON string; <see langword="null"/> if the value is not a string.</summary>
    public string? AsString() => ValueKind == JsonValueKind.String ? At().GetString() : null;

    /// <summary>Returns the value of a JSON number; <see langword="null"/> if the value is not a number.</summary>
    public double? AsNumber() => ValueKind == JsonValueKind.Number ? At().GetDouble() : null;

    /// <summary>Returns the value of <c>true</c> or <c>false</c>; <see langword="null"/> if the value is neither.</summary>
    public bool? AsBoolean() => ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Returns the value as a <see cref="JsonElement"/>, whose content can be inspected.</summary>
    public JsonElement ToElement()
    {
        var reader = At();
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reads the value as a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="contract">The contract that reads the value.</param>
    /// <exception cref="JsonException">The value does not have the shape of the type.</exception>
    public T? Deserialize<T>(JsonTypeInfo<T> contract) => JsonSerializer.Deserialize(Utf8, contract);

    /// <inheritdoc/>
    public static JsonText ReadJson(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return Null;
            case JsonTokenType.String when !reader.HasValueSequence:
                return new JsonText([(byte)'"', .. reader.ValueSpan, (byte)'"']);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return ReadNested(ref reader);
            default:
                return reader.HasValueSequence ? ReadByElement(ref reader) : new JsonText(reader.ValueSpan.ToArray());
        }
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(Utf8, skipInputValidation: true);
    }

    /// <summary>Returns the JSON if it is an object.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="what">The name of the expected value, for the error message.</param>
    /// <exception cref="ArgumentException">The JSON is not an object.</exception>
    public static JsonText RequireObject(JsonText json, string what) => json.ValueKind == JsonValueKind.Object
        ? json
        : throw new ArgumentException($"A {what} must be a JSON object, but the value is of the kind {json.ValueKind}.", nameof(json));

    /// <summary>Compares two values byte for byte.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(JsonText other) => Utf8.SequenceEqual(other.Utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Utf8);
        return hash.ToHashCode();
    }

    /// <summary>Returns the JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    /// <summary>Returns true if two values are equal byte for byte.</summary>
    public static bool operator ==(JsonText left, JsonText right) => left.Equals(right);

    /// <summary>Returns true if two values are not equal byte for byte.</summary>
    public static bool operator !=(JsonText left, JsonText right) => !left.Equals(right);

    private static JsonText ReadNested(ref Utf8JsonReader reader)
    {
        if (reader.Position.GetObject() is not null)
        {
            return ReadByElement(ref reader);
        }

        // The reader reads a single span, so the remaining bytes of the value follow the first token.
        ref var first = ref MemoryMarshal.GetReference(reader.ValueSpan);
        var start = reader.TokenStartIndex;
        reader.Skip();
        return new JsonText(MemoryMarshal.CreateReadOnlySpan(ref first, checked((int)(reader.BytesConsumed - start))).ToArray());
    }

    private static JsonText ReadByElement(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new JsonText(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
    }

    private static JsonText Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, value);
        }

        return new JsonText(buffer.WrittenSpan.ToArray());
    }

    private Utf8JsonReader At()
    {
        var reader = new Utf8JsonReader(Utf8);
        reader.Read();
        return reader;
    }
}
