using System.Text.Json;

namespace Pitchly.Json;

/// <summary>Reads strings, and reports those that .NET cannot represent.</summary>
internal static class JsonString
{
    public static string Read(ref Utf8JsonReader reader, string where)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonErrors.Wrong(reader.TokenType, where, "a string");
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException($"{where}: the string contains an unpaired surrogate or bytes that are not valid UTF-8.");
        }
    }
}
