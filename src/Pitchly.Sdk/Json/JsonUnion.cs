using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pitchly.Json;

/// <summary>Determines the case of a union for generated code, without moving the reader.</summary>
public static class JsonUnion
{
    /// <summary>The buffer length in characters that is usually sufficient for a tag.</summary>
    public const int TagLength = 64;

    /// <summary>Finds the member that determines the case of the object at the reader's position, and returns its value as text.</summary>
    /// <param name="reader">The reader, at the start of an object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="room">The buffer for the text, which is used if it is large enough.</param>
    /// <returns>
    /// The text of a string, the digits of an integer, <c>true</c> or <c>false</c>; empty for any other value, or if the member is missing.
    /// </returns>
    public static ReadOnlySpan<char> Tag(Utf8JsonReader reader, ReadOnlySpan<byte> name, Span<char> room) =>
        FindValue(ref reader, name) ? TextOf(ref reader, room) : default;

    /// <summary>Returns a value indicating whether the next token is null.</summary>
    /// <param name="reader">The reader.</param>
    public static bool NextIsNull(Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.Null;

    /// <summary>Creates the error for an object with a missing or unknown tag.</summary>
    /// <param name="reader">The reader, at the start of the object.</param>
    /// <param name="name">The tag's name.</param>
    /// <param name="where">The union's name.</param>
    /// <param name="tags">The known tags.</param>
    public static JsonException UnknownTag(Utf8JsonReader reader, string name, string where, string tags)
    {
        if (!FindValue(ref reader, Encoding.UTF8.GetBytes(name)))
        {
            return new JsonException($"{where}: the member '{name}', which identifies the case, is missing. It must be one of {tags}.");
        }

        var tag = TextOf(ref reader, new char[TagLength]);
        var found = tag.IsEmpty && reader.TokenType != JsonTokenType.String ? JsonErrors.Found(reader.TokenType) : $"'{tag}'";
        return new JsonException($"{where}: the member '{name}', which identifies the case, is {found}. It must be one of {tags}.");
    }

    /// <summary>Creates the error for a value that matches no case.</summary>
    /// <param name="found">The type of the value's token.</param>
    /// <param name="where">The union's name.</param>
    /// <param name="cases">The cases.</param>
    public static JsonException NoCase(JsonTokenType found, string where, string cases) =>
        new($"{where}: {JsonErrors.Found(found)} does not match any of the cases {cases}.");

    private static bool FindValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static ReadOnlySpan<char> TextOf(scoped ref Utf8JsonReader reader, Span<char> room)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return StringOf(ref reader, room);
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                return number.TryFormat(room, out var length, provider: CultureInfo.InvariantCulture) ? room[..length] : default;
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                return default;
        }
    }

    private static ReadOnlySpan<char> StringOf(scoped ref Utf8JsonReader reader, Span<char> room)
    {
        var bytes = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        try
        {
            return bytes <= room.Length ? room[..reader.CopyString(room)] : reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
