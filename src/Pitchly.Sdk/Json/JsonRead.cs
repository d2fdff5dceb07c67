using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pitchly.Json;

/// <summary>Reads single values for generated code; each error names the member.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Named by what they read, as the methods of Utf8JsonReader are.")]
public static class JsonRead
{
    /// <summary>Checks that the reader stands at the start of an object.</summary>
    public static void StartObject(ref Utf8JsonReader reader, string where)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong(reader.TokenType, where, "an object");
        }
    }

    /// <summary>Moves to the next member's name; false at the end of the object.</summary>
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
    /// Notes that a member is there, and refuses it if it was there before: which of two is meant, nobody can know (RFC 8259, section 4).
    /// </summary>
    /// <param name="seen">A bit for each member that was there.</param>
    /// <param name="member">The member's bit, from 0 to 63.</param>
    /// <param name="where">The member's name for the error.</param>
    public static void Once(ref ulong seen, int member, string where)
    {
        var bit = 1UL << member;
        if ((seen & bit) != 0)
        {
            throw new JsonException($"{where}: the member is there twice.");
        }

        seen |= bit;
    }

    /// <summary>Reads a string.</summary>
    public static string String(ref Utf8JsonReader reader, string where)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Wrong(reader.TokenType, where, "a string");
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"{where}: the string holds half a surrogate pair or bytes that are no UTF-8.");
        }
    }

    /// <summary>Reads a string that is not empty.</summary>
    public static string ReadId(ref Utf8JsonReader reader, string where) =>
        String(ref reader, where) is { Length: > 0 } id ? id : throw new JsonException($"{where}: an id can't be empty.");

    /// <summary>Reads a secret.</summary>
    public static PitchlySecret Secret(ref Utf8JsonReader reader, string where) =>
        String(ref reader, where) is { Length: > 0 } text ? new PitchlySecret(text) : throw new JsonException($"{where}: a secret can't be empty.");

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static bool Boolean(ref Utf8JsonReader reader, string where) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong(reader.TokenType, where, "true or false"),
    };

    /// <summary>Reads a whole number of 32 bits. One that is written with a point or an exponent, such as 3600.0, is whole too.</summary>
    public static int Int32(ref Utf8JsonReader reader, string where) =>
        Whole(ref reader, where, out var value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw OutOfRange(where, "a whole number of 32 bits");

    /// <summary>Reads a whole number of 64 bits. One that is written with a point or an exponent, such as 3600.0, is whole too.</summary>
    public static long Int64(ref Utf8JsonReader reader, string where) =>
        Whole(ref reader, where, out var value) ? value : throw OutOfRange(where, "a whole number of 64 bits");

    /// <summary>Reads a whole number of 32 bits, or its text.</summary>
    public static int Int32OrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Int32(ref reader, where)
        : int.TryParse(String(ref reader, where), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw OutOfRange(where, "a whole number of 32 bits");

    /// <summary>Reads a whole number of 64 bits, or its text.</summary>
    public static long Int64OrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Int64(ref reader, where)
        : long.TryParse(String(ref reader, where), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw OutOfRange(where, "a whole number of 64 bits");

    /// <summary>Reads a number, or its text.</summary>
    public static double DoubleOrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Double(ref reader, where)
        : double.TryParse(String(ref reader, where), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw OutOfRange(where, "a number that a double can hold");

    /// <summary>Reads a decimal number, or its text.</summary>
    public static decimal DecimalOrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Decimal(ref reader, where)
        : decimal.TryParse(String(ref reader, where), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw OutOfRange(where, "a number that a decimal can hold");

    /// <summary>Reads a number.</summary>
    public static double Double(ref Utf8JsonReader reader, string where) =>
        IsNumber(ref reader, where) && reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw OutOfRange(where, "a number that a double can hold");

    /// <summary>Reads a decimal number.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader, string where) =>
        IsNumber(ref reader, where) && reader.TryGetDecimal(out var value) ? value : throw OutOfRange(where, "a number that a decimal can hold");

    /// <summary>Reads a moment: ISO 8601, JavaScript's <c>Date.toString()</c>, or milliseconds since 1970.</summary>
    public static DateTimeOffset DateTime(ref Utf8JsonReader reader, string where)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetInt64(out var milliseconds) && JavaScriptDate.TryFromMilliseconds(milliseconds, out var moment)
                ? moment
                : throw OutOfRange(where, "milliseconds since 1970");
        }

        return JavaScriptDate.TryParse(String(ref reader, where), out var parsed)
            ? parsed
            : throw new JsonException($"{where}: the string is no date. Known forms are ISO 8601, as in 2018-11-25T01:36:41Z, and JavaScript's, as in Sat Nov 24 2018 19:36:41 GMT-0600.");
    }

    /// <summary>Reads a URI.</summary>
    public static Uri Uri(ref Utf8JsonReader reader, string where) =>
        System.Uri.TryCreate(String(ref reader, where), UriKind.RelativeOrAbsolute, out var uri) ? uri : throw new JsonException($"{where}: the string is no URI.");

    /// <summary>Reads a UUID.</summary>
    public static Guid Uuid(ref Utf8JsonReader reader, string where) =>
        Guid.TryParse(String(ref reader, where), out var value) ? value : throw new JsonException($"{where}: the string is no UUID.");

    /// <summary>Reads a JSON object as its text.</summary>
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
            throw Wrong(reader.TokenType, where, "an array");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(readItem(ref reader));
        }

        return items;
    }

    /// <summary>Reads an object as a map from its members' names to their values; of two of one name the last counts.</summary>
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

    /// <summary>Checks a constant; returns true, for it was there.</summary>
    public static bool Constant(ref Utf8JsonReader reader, string where, ReadOnlySpan<byte> value) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value)
            ? true
            : throw new JsonException($"{where}: the value must be '{System.Text.Encoding.UTF8.GetString(value)}'.");

    /// <summary>Whether the token after the reader's is this string; the reader stays where it is.</summary>
    public static bool NextIs(Utf8JsonReader reader, ReadOnlySpan<byte> value) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value);

    /// <summary>The error for a member that had to be there.</summary>
    public static JsonException Missing(string where, string member) => new($"{where}.{member}: the member is missing.");

    /// <summary>The error for a union of which no case fits.</summary>
    public static JsonException NoCase(JsonTokenType found, string where, string cases) =>
        new($"{where}: {Found(found)} fits none of the cases {cases}.");

    private static bool Whole(ref Utf8JsonReader reader, string where, out long value)
    {
        if (IsNumber(ref reader, where) && reader.TryGetInt64(out value))
        {
            return true;
        }

        var isWhole = reader.TryGetDecimal(out var number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    private static bool IsNumber(ref Utf8JsonReader reader, string where) =>
        reader.TokenType == JsonTokenType.Number ? true : throw Wrong(reader.TokenType, where, "a number");

    private static JsonException Wrong(JsonTokenType found, string where, string expected) =>
        new($"{where}: expected {expected}, but found {Found(found)}.");

    private static JsonException OutOfRange(string where, string expected) => new($"{where}: the number is not {expected}.");

    private static string Found(JsonTokenType found) => found switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    /// <summary>A name with half a surrogate pair can be compared with no other; the reader would throw what is no JsonException.</summary>
    private static void CheckName(ref Utf8JsonReader reader, string where)
    {
        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"{where}: the name of a member holds half a surrogate pair.");
        }
    }
}
