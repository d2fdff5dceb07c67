using System.Text.Json;
using GraphQL;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Reads the values that a mutation writes, and rejects values that can't be stored.</summary>
internal static class WrittenCols
{
    /// <summary>
    /// The maximum nesting of a value. Responses contain values at an inner level, and JSON readers accept 64 levels in total.
    /// </summary>
    private const int MaximumLevels = 32;

    /// <param name="context">The context of the mutation.</param>
    /// <param name="cols">The mutation's list of <c>{fieldId, value}</c>.</param>
    /// <param name="database">The database that is written to.</param>
    /// <exception cref="PitchlyFault">A value is not valid.</exception>
    public static List<Col> Read(IResolveFieldContext context, object cols, Database database)
    {
        var read = ((IEnumerable<object?>)cols)
            .Cast<IDictionary<string, object?>>()
            .Select(col => (Id: (string)col["fieldId"]!, Value: Json(context, col["value"]!)))
            .ToList();
        var written = read.ConvertAll(col => new Col(Check(col.Id, col.Value, database).Id, col.Value));
        return written.GroupBy(col => col.FieldId).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw PitchlyFault.BadRequest($"The field '{twice.Key}' is duplicated.")
            : written;
    }

    /// <summary>Returns a JSON argument, or an undefined element if it was not given.</summary>
    public static JsonElement Json(IResolveFieldContext context, string argument) =>
        context.GetArgument<object?>(argument) is { } given ? Json(context, given) : default;

    private static JsonElement Json(IResolveFieldContext context, object value) =>
        value is JsonTemplate template ? template.Fill(context.Variables) : (JsonElement)value;

    private static Field Check(string fieldId, JsonElement value, Database database)
    {
        var field = database.Fields
            .FirstOrDefault(field => field.Id == fieldId || fieldId == V2Ids.Field(database.OrganizationId, field.Id))
            ?? throw PitchlyFault.BadRequest($"The database has no field '{fieldId}'.");
        return field.IsReadOnly
            ? throw PitchlyFault.BadRequest($"The platform computes the values of the field '{field.Name}'. Omit the field.")
            : value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("val", out _)
                ? throw PitchlyFault.BadRequest($"The value of the field '{fieldId}' must be an object with a 'val'.")
            : !IsAtMost(MaximumLevels, value)
                ? throw PitchlyFault.BadRequest($"The value of the field '{fieldId}' is nested more than {MaximumLevels} levels deep.")
            : field;
    }

    private static bool IsAtMost(int levels, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => levels > 0 && value.EnumerateObject().All(member => IsAtMost(levels - 1, member.Value)),
        JsonValueKind.Array => levels > 0 && value.EnumerateArray().All(item => IsAtMost(levels - 1, item)),
        _ => true,
    };
}
