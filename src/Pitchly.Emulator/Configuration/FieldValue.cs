using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Configuration;

/// <summary>Creates a field's value, in the form of the API, from a value in a file.</summary>
internal static class FieldValue
{
    /// <summary>The date format (field types page of v2).</summary>
    private const string DateForm = "MM/dd/yyyy";

    /// <summary>Returns the field's value for a JSON value, or <see langword="null"/> if there is no value or it is not valid.</summary>
    public static JsonElement? Of(string organizationId, Field field, JsonNode? value, out string? problem)
    {
        problem = null;
        var whole = value as JsonObject ?? new JsonObject { ["val"] = value?.DeepClone() };
        if (!whole.TryGetPropertyValue("val", out var val))
        {
            problem = "The value is an object without \"val\". Write {\"val\": …}, or only the value of val.";
            return null;
        }

        if (val is null)
        {
            return null;
        }

        problem = Problem(field, val);
        return problem is null ? JsonSerializer.SerializeToElement(Completed(organizationId, field, whole)) : null;
    }

    /// <summary>
    /// Returns the field's value for text from a CSV file, or <see langword="null"/> if there is no value or it is not valid. Multiple
    /// values are separated by semicolons.
    /// </summary>
    public static JsonElement? OfText(string organizationId, Field field, string text, out string? problem)
    {
        problem = null;
        return text.Length == 0 ? null : Of(organizationId, field, Node(field.Type, text), out problem);
    }

    private static JsonNode Node(FieldKind type, string text) => type switch
    {
        FieldKind.Number or FieldKind.Currency when decimal.TryParse(
            text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        FieldKind.YesNo when text.ToUpperInvariant() is "YES" or "TRUE" or "1" => true,
        FieldKind.YesNo when text.ToUpperInvariant() is "NO" or "FALSE" or "0" => false,
        FieldKind.DropdownMultiple or FieldKind.ReferenceMultiple =>
            new JsonArray(
                [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => (JsonNode)one)]),
        _ => text,
    };

    private static string? Problem(Field field, JsonNode val)
    {
        var kind = val.GetValueKind();
        var (isRight, wanted) = field.Type switch
        {
            FieldKind.Number or FieldKind.Currency => (kind == JsonValueKind.Number, "a number"),
            FieldKind.YesNo => (kind is JsonValueKind.True or JsonValueKind.False, "true or false (in CSV: yes or no)"),
            FieldKind.DropdownMultiple or FieldKind.ReferenceMultiple => (IsListOfText(val), "an array of strings"),
            FieldKind.Date => (IsDate(val), "a date in the form MM/DD/YYYY"),
            FieldKind.Lookup or FieldKind.Rollup or FieldKind.Formula => (true, ""),
            _ => (kind == JsonValueKind.String, "a string"),
        };
        if (!isRight)
        {
            return $"{val.ToJsonString()} is not a valid value for a field of type '{Name(field.Type)}'. Write {wanted}.";
        }

        var values = val is JsonArray list ? list.Select(item => item!.GetValue<string>()) : [val.ToString()];
        return field.Restrict is { } allowed && values.FirstOrDefault(one => !allowed.Contains(one)) is { } other
            ? $"The field does not allow the value '{other}'. Use one of: {string.Join(", ", allowed)}."
            : null;
    }

    /// <summary>
    /// Returns the value with the parts that the platform adds: the currency of an amount, and the workspace of a referenced row.
    /// </summary>
    private static JsonObject Completed(string organizationId, Field field, JsonObject whole)
    {
        var copy = (JsonObject)whole.DeepClone();
        if (field.Type == FieldKind.Currency && !copy.ContainsKey("currency"))
        {
            copy["currency"] = field.Currency ?? "USD";
        }

        if (field.Type is FieldKind.Reference or FieldKind.ReferenceMultiple)
        {
            copy["val"] = copy["val"] is JsonArray list ? new JsonArray([.. list.Select(Whole)]) : Whole(copy["val"]);
        }

        return copy;

        JsonNode Whole(JsonNode? row) => V2Ids.Reference(organizationId, V2Ids.Bare("rec", row!.GetValue<string>()));
    }

    /// <summary>Returns the name of a type in the API.</summary>
    public static string Name(FieldKind type) => Names[type];

    private static readonly Dictionary<FieldKind, string> Names =
        Enum.GetValues<FieldKind>()
            .ToDictionary(type => type, type => JsonSerializer.SerializeToElement(type, ConfigurationFile.Serializer).GetString()!);

    private static bool IsListOfText(JsonNode val) =>
        val is JsonArray list && list.All(item => item?.GetValueKind() == JsonValueKind.String);

    private static bool IsDate(JsonNode val) => val.GetValueKind() == JsonValueKind.String
        && DateOnly.TryParseExact(val.GetValue<string>(), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
