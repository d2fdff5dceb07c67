using System.Globalization;
using System.Text.Json;

namespace Pitchly.Emulator.Data;

/// <summary>
/// Applies a filter. The form of v1's filters is not public, so the emulator uses v2's: conditions with left, comparison and right, and
/// groups of conditions. The key of the logical operator is not public either. Here it is "operator", next to "conditions" or
/// "conditionGroup"; the default is "and".
/// </summary>
internal static class FilterEvaluator
{
    /// <exception cref="PitchlyFault">The filter has a different form.</exception>
    public static IReadOnlyList<Row> Filter(JsonElement filter, IReadOnlyList<Row> rows) =>
        filter.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? rows : [.. rows.Where(row => Matches(filter, row))];

    public static bool Matches(JsonElement filter, Row row)
    {
        try
        {
            return filter.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
                || !filter.TryGetProperty("conditions", out var conditions)
                || MatchesAll(conditions, filter, row);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw new PitchlyFault("bad-filter",
                "The filter does not have the form that the emulator supports: conditions, each with left, comparison and right.");
        }
    }

    private static bool MatchesAll(JsonElement conditions, JsonElement group, Row row)
    {
        var isOr = group.TryGetProperty("operator", out var op) && op.ValueEquals("or");
        var results = conditions.EnumerateArray().Select(condition => condition.TryGetProperty("conditionGroup", out var inner)
            ? MatchesAll(inner, condition, row)
            : MatchesOne(condition, row));
        return isOr ? results.Any(result => result) : results.All(result => result);
    }

    private static bool MatchesOne(JsonElement condition, Row row)
    {
        var field = V2Ids.Own(condition.GetProperty("left").GetProperty("value").GetString()!);
        var value = row.Cols.FirstOrDefault(col => V2Ids.Is("fld", field, col.FieldId))?.Value ?? default;
        var text = Text(Member(value, "val"));
        var right = condition.TryGetProperty("right", out var stated) ? stated : default;
        var wanted = Text(Member(right, "value"));
        if (Text(Member(right, "currency")) is { Length: > 0 } currency && currency != Text(Member(value, "currency")))
        {
            // "A row in another currency never matches" (page "GraphQL Filters").
            return false;
        }

        return condition.GetProperty("comparison").GetProperty("operator").GetString() switch
        {
            "contains" => text.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            "does-not-contain" => !text.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            "is" => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase),
            "is-not" => !string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase),
            "starts-with" => text.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            "ends-with" => text.EndsWith(wanted, StringComparison.OrdinalIgnoreCase),
            "is-more-than" => Number(text) > Number(wanted),
            "is-less-than" => Number(text) < Number(wanted),
            "is-empty" => text.Length == 0,
            "has-any-value" => text.Length > 0,
            var unknown => throw new PitchlyFault("bad-filter", $"The filter operator '{unknown}' is not supported."),
        };
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
