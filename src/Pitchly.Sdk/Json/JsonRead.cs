using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pitchly.Json;

/// <summary>Reads single values for generated code. Each error contains the name of the member.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Named by what they read, as the methods of Utf8JsonReader are.")]
public static class JsonRead
{
    /// <summary>Checks that the reader is at the start of an object.</summary>
    public static void StartObject(ref Utf8JsonReader reader, string where)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonErrors.Wrong(reader.TokenType, where, "an object");
        }
    }

    /// <summary>Moves to the name of the next member. Returns false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader, string where)
    {
        if (!reader.Read())
        {
            throw new JsonException($"{where}: the JSON ends within the object.");
        }

        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
        {
            CheckName(ref reader, where);
        }

        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>
    /// Records that a member is present, and throws if it was present before: a duplicate member is ambiguous (RFC 8259, section 4).
    /// </summary>
    /// <param name="seen">A bit for each member that was present.</param>
    /// <param name="member">The member's bit, from 0 to 63.</param>
    /// <param name="where">The member's name for the error.</param>
    public static void Once(ref ulong seen, int member, string where)
    {
        var bit = 1UL << member;
        if ((seen & bit) != 0)
        {
            throw new JsonException($"{where}: the member occurs twice.");
        }

        seen |= bit;
    }

    /// <summary>Reads a string.</summary>
    public static string String(ref Utf8JsonReader reader, string where) => JsonString.Read(ref reader, where);

    /// <summary>Reads a string that is not empty.</summary>
    public static string ReadId(ref Utf8JsonReader reader, string where) =>
        String(ref reader, where) is { Length: > 0 } id ? id : throw new JsonException($"{where}: an id can't be empty.");

    /// <summary>Reads a secret.</summary>
    public static PitchlySecret Secret(ref Utf8JsonReader reader, string where) =>
        String(ref reader, where) is { Length: > 0 } text ? new PitchlySecret(text) : throw new JsonException(
            $"{where}: a secret can't be empty.");

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static bool Boolean(ref Utf8JsonReader reader, string where) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonErrors.Wrong(reader.TokenType, where, "true or false"),
    };

    /// <summary>
    /// Reads a date and time: ISO 8601, JavaScript's <c>Date.toString()</c>, or milliseconds since 1970. A small number is refused, because
    /// it may be in seconds.
    /// </summary>
    public static DateTimeOffset DateTime(ref Utf8JsonReader reader, string where)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return !reader.TryGetInt64(out var milliseconds)
                    ? throw JsonErrors.OutOfRange(where, "a valid number of milliseconds since 1970")
                : JavaScriptDate.MayBeSeconds(milliseconds)
                    ? throw new JsonException($"{where}: {JavaScriptDate.SecondsMessage(milliseconds)}")
                : JavaScriptDate.TryFromMilliseconds(milliseconds, out var moment) ? moment
                : throw JsonErrors.OutOfRange(where, "a valid number of milliseconds since 1970");
        }

        return JavaScriptDate.TryParse(String(ref reader, where), out var parsed)
            ? parsed
            : throw new JsonException($"{where}: the string is not a valid date. Supported formats are ISO 8601, such as "
                + "2018-11-25T01:36:41Z, and JavaScript's, such as Sat Nov 24 2018 19:36:41 GMT-0600.");
    }

    /// <summary>Reads a date and time as seconds since 1970.</summary>
    public static DateTimeOffset UnixTime(ref Utf8JsonReader reader, string where) =>
        Json.UnixTime.TryFromSeconds(JsonNumber.Decimal(ref reader, where), out var moment) ? moment : throw JsonErrors.OutOfRange(
            where, "a valid number of seconds since 1970");

    /// <summary>Reads a date and time as seconds since 1970, as a number or a string.</summary>
    public static DateTimeOffset UnixTimeOrText(ref Utf8JsonReader reader, string where) =>
        Json.UnixTime.TryFromSeconds(JsonNumber.DecimalOrText(ref reader, where), out var moment) ? moment : throw JsonErrors.OutOfRange(
            where, "a valid number of seconds since 1970");

    /// <summary>Reads a date.</summary>
    public static DateOnly Date(ref Utf8JsonReader reader, string where) =>
        DateOnly.TryParseExact(String(ref reader, where), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException($"{where}: the string is not a valid date, such as 2018-11-25 (RFC 3339, section 5.6).");

    /// <summary>Reads a time of day.</summary>
    public static TimeOnly Time(ref Utf8JsonReader reader, string where) =>
        TimeOnly.TryParse(String(ref reader, where), CultureInfo.InvariantCulture, out var time)
            ? time
            : throw new JsonException($"{where}: the string is not a valid time of day, such as 13:45:00.");

    /// <summary>Reads a duration.</summary>
    public static IsoDuration Duration(ref Utf8JsonReader reader, string where) =>
        String(ref reader, where) is { Length: > 0 } text ? new IsoDuration(text) : throw new JsonException(
            $"{where}: a duration can't be empty.");

    /// <summary>Reads bytes in base64.</summary>
    public static ReadOnlyMemory<byte> Bytes(ref Utf8JsonReader reader, string where) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw new JsonException($"{where}: the string is not valid base64.");

    /// <summary>Reads a URI.</summary>
    public static Uri Uri(ref Utf8JsonReader reader, string where) =>
        System.Uri.TryCreate(String(ref reader, where), UriKind.RelativeOrAbsolute, out var uri) ? uri : throw new JsonException(
            $"{where}: the string is not a valid URI.");

    /// <summary>Reads a UUID.</summary>
    public static Guid Uuid(ref Utf8JsonReader reader, string where) =>
        Guid.TryParse(String(ref reader, where), out var value)
            ? value
            : throw new JsonException($"{where}: the string is not a valid UUID.");

    /// <summary>Reads a JSON object without parsing its members.</summary>
    public static JsonText Object(ref Utf8JsonReader reader, string where)
    {
        StartObject(ref reader, where);
        return JsonText.ReadJson(ref reader);
    }

    /// <summary>Reads an array.</summary>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, string where, JsonReadFunc<T> readItem)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Wrong(reader.TokenType, where, "an array");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(readItem(ref reader));
        }

        return items;
    }

    /// <summary>Reads an object as a dictionary from member names to values. If a name occurs twice, the last value is used.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(ref Utf8JsonReader reader, string where, JsonReadFunc<T> readItem)
    {
        StartObject(ref reader, where);
        var items = new Dictionary<string, T>();
        while (NextMember(ref reader, where))
        {
            var name = reader.GetString()!;
            reader.Read();
            items[name] = readItem(ref reader);
        }

        return items;
    }

    /// <summary>Reads one JSON value, which must be the only one. Empty input is read as null.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="utf8Json">The JSON value.</param>
    /// <param name="read">A delegate that reads the value.</param>
    /// <exception cref="JsonException">The value does not have the shape of the type, or is followed by other data.</exception>
    public static T Whole<T>(ReadOnlyMemory<byte> utf8Json, JsonReadFunc<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var reader = new Utf8JsonReader(utf8Json.IsEmpty ? "null"u8 : utf8Json.Span);
        reader.Read();
        var value = read(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>Checks a constant. Returns true, which means that the constant is present.</summary>
    public static bool Constant(ref Utf8JsonReader reader, string where, ReadOnlySpan<byte> value) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value)
            ? true
            : throw new JsonException($"{where}: the value must be '{System.Text.Encoding.UTF8.GetString(value)}'.");

    /// <summary>Checks an integer constant. Returns true, which means that the constant is present.</summary>
    public static bool Constant(ref Utf8JsonReader reader, string where, long value) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var found) && found == value
            ? true
            : throw new JsonException($"{where}: the value must be {value}.");

    /// <summary>Checks a Boolean constant. Returns true, which means that the constant is present.</summary>
    public static bool Constant(ref Utf8JsonReader reader, string where, bool value) =>
        reader.TokenType == (value ? JsonTokenType.True : JsonTokenType.False)
            ? true
            : throw new JsonException($"{where}: the value must be {(value ? "true" : "false")}.");

    /// <summary>Creates the error for a missing required member.</summary>
    public static JsonException Missing(string where, string member) => new($"{where}.{member}: the member is missing.");

    /// <summary>
    /// Throws a JsonException for a name with an unpaired surrogate, because comparing it would throw another type of exception.
    /// </summary>
    private static void CheckName(ref Utf8JsonReader reader, string where)
    {
        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"{where}: the name of a member contains an unpaired surrogate.");
        }
    }
}
