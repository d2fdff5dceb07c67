using System.Text.Json;

namespace Pitchly.Json;

/// <summary>The errors of values that do not match the schema. No error contains a value, because it may be a secret.</summary>
internal static class JsonErrors
{
    /// <summary>Creates the error for a value of another kind.</summary>
    public static JsonException Wrong(JsonTokenType found, string where, string expected) =>
        new($"{where}: expected {expected}, but found {Found(found)}.");

    /// <summary>Creates the error for a value outside the range of a type.</summary>
    public static JsonException OutOfRange(string where, string expected) => new($"{where}: the value is not {expected}.");

    /// <summary>Returns the name of a kind of value for messages.</summary>
    public static string Found(JsonTokenType found) => found switch
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
}
