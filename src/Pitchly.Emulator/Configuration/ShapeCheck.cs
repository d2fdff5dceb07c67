using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Emulator.Configuration;

/// <summary>
/// Compares JSON with the types that it is deserialized to, and reports all mismatches together, each with its JSON pointer.
/// </summary>
internal static class ShapeCheck
{
    public static IEnumerable<string> Problems(JsonElement value, Type type, string pointer)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted.IsEnum)
        {
            return EnumProblems(value, wanted, pointer);
        }

        if (wanted == typeof(string) || wanted == typeof(Uri))
        {
            return TextProblems(value, wanted == typeof(Uri), pointer);
        }

        if (wanted == typeof(bool))
        {
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [WrongType(pointer, value, "true or false")];
        }

        if (wanted == typeof(double))
        {
            return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out _) ? [] : [WrongType(pointer, value, "a number")];
        }

        if (wanted == typeof(JsonObject))
        {
            return value.ValueKind == JsonValueKind.Object ? [] : [WrongType(pointer, value, "an object")];
        }

        return wanted.IsGenericType ? ListProblems(value, wanted.GetGenericArguments()[0], pointer)
            : ObjectProblems(value, wanted, pointer);
    }

    /// <summary>Returns a JSON pointer (RFC 6901) to a member.</summary>
    public static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static IEnumerable<string> TextProblems(JsonElement value, bool isAddress, string pointer)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return WrongType(pointer, value, "a string");
        }
        else if (value.GetString()!.Length == 0)
        {
            yield return $"{pointer}: The string is empty. Write a value, or omit it.";
        }
        else if (isAddress && !IsAbsoluteUrl(value.GetString()!))
        {
            yield return $"{pointer}: '{value.GetString()}' is not an absolute URL. Write one such as \"http://localhost:5000/\".";
        }
    }

    /// <summary>Returns whether the string is an absolute URL. On Unix a path is also an absolute URI, so file URIs are excluded.</summary>
    private static bool IsAbsoluteUrl(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile;

    private static IEnumerable<string> EnumProblems(JsonElement value, Type type, string pointer)
    {
        var known = Enum.GetValues(type).Cast<object>()
            .Select(one => JsonSerializer.SerializeToElement(one, type, ConfigurationFile.Serializer).GetString()).ToList();
        if (value.ValueKind != JsonValueKind.String || !known.Contains(value.GetString()))
        {
            yield return $"{pointer}: {Describe(value)} is not a valid value. Use one of: {string.Join(", ", known)}.";
        }
    }

    private static IEnumerable<string> ListProblems(JsonElement value, Type item, string pointer) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((one, index) => Problems(one, item, $"{pointer}/{index}"))
        : [WrongType(pointer, value, "an array")];

    private static IEnumerable<string> ObjectProblems(JsonElement value, Type type, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return WrongType(pointer, value, "an object");
            yield break;
        }

        var members = ConfigurationFile.Serializer.GetTypeInfo(type).Properties;
        foreach (var property in value.EnumerateObject())
        {
            var place = Member(pointer, property.Name);
            var member = members.FirstOrDefault(one => one.Name == property.Name);
            foreach (var problem in member is null ? [Unknown(place, members)] : Problems(property.Value, member.PropertyType, place))
            {
                yield return problem;
            }
        }

        foreach (var member in members.Where(one => one.IsRequired && !value.TryGetProperty(one.Name, out _)))
        {
            yield return $"{(pointer.Length == 0 ? "/" : pointer)}: The property \"{member.Name}\" is missing. Add it.";
        }
    }

    private static string Unknown(string place, IList<JsonPropertyInfo> members) =>
        $"{place}: The property is unknown. Use one of: {string.Join(", ", members.Select(one => one.Name))}; or remove it.";

    private static string WrongType(string pointer, JsonElement value, string wanted) =>
        $"{(pointer.Length == 0 ? "/" : pointer)}: Expected {wanted}, but found {Describe(value)}. Write {wanted}, or omit the value.";

    /// <summary>Returns a value as it is shown in a message. For objects, arrays and long strings only the kind is shown.</summary>
    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String when value.GetString() is { Length: <= 40 } text => $"'{text}'",
        JsonValueKind.String => "a string",
        _ => value.GetRawText(),
    };
}
