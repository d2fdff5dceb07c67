using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>Reads the response to a GraphQL request: <c>{"data": {"field": …}, "errors": […]}</c>.</summary>
internal static class GraphQLResponse
{
    public static T Read<T>(ReadOnlySpan<byte> utf8, GraphQLOperation operation, JsonReadFunc<T> read, int status)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        JsonRead.StartObject(ref reader, operation.Name);
        var found = false;
        T? result = default;
        PitchlyError? error = null;
        ulong seen = 0;
        while (JsonRead.NextMember(ref reader, operation.Name))
        {
            if (reader.ValueTextEquals("data"u8))
            {
                JsonRead.Once(ref seen, 0, "response.data");
                reader.Read();
                found = reader.TokenType == JsonTokenType.StartObject && TryReadField(ref reader, operation, read, ref result);
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                JsonRead.Once(ref seen, 1, "response.errors");
                reader.Read();
                error = ReadErrors(ref reader, status);
            }
            else
            {
                reader.Skip();
            }
        }

        // Throws if other data follows the response.
        reader.Read();
        return error is not null ? throw new PitchlyException(error)
            : found ? result!
            : throw new JsonException($"{operation.Name}: the response has no data.{operation.Field}.");
    }

    /// <summary>
    /// Reads the first error from the <c>errors</c> of a response with a success status; <see langword="null"/> if there are none.
    /// </summary>
    public static PitchlyError? ReadErrors(ReadOnlySpan<byte> utf8, int status = 0)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return ReadErrors(ref reader, status);
    }

    private static bool TryReadField<T>(ref Utf8JsonReader reader, GraphQLOperation operation, JsonReadFunc<T> read, ref T? result)
    {
        var found = false;
        ulong seen = 0;
        while (JsonRead.NextMember(ref reader, operation.Name))
        {
            if (reader.ValueTextEquals(operation.Field))
            {
                JsonRead.Once(ref seen, 0, operation.Field);
                reader.Read();

                // A null that the schema does not allow comes with errors, which describe the cause better than a parse error.
                if (reader.TokenType != JsonTokenType.Null || default(T) is null)
                {
                    found = TryRead(ref reader, read, ref result);
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    private static bool TryRead<T>(ref Utf8JsonReader reader, JsonReadFunc<T> read, ref T? result)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            result = read(ref reader);
            return true;
        }

        try
        {
            result = read(ref reader);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static PitchlyError? ReadErrors(ref Utf8JsonReader reader, int status)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var errors = JsonRead.List(ref reader, "errors", JsonText.ReadJson);
        return errors.Count == 0 ? null : ToError(errors[0].ToElement(), status);
    }

    /// <summary>The useful part of an error is in <c>data {error, reason}</c> in v1, and in <c>extensions.code</c> in v2.</summary>
    private static PitchlyError ToError(JsonElement error, int status)
    {
        var data = Member(error, "data");
        var name = Text(data, "error") ?? Text(Member(error, "extensions"), "code") ?? "graphql-error";
        var reason = Text(data, "reason") ?? Text(error, "message") ?? "The GraphQL API refused the request.";
        return new PitchlyError(PitchlyError.Cut(name), PitchlyError.Cut(reason), status);
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
