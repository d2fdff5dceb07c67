using System.Text.Json;

namespace Pitchly.Emulator.Data;

internal sealed record Field(string Id, string Name, string Type, bool IsPrimary);

internal sealed record Database(string Id, string Name, IReadOnlyList<Field> Fields);

internal sealed record Col(string FieldId, JsonElement Value);

internal sealed record Row(string Id, IReadOnlyList<Col> Cols)
{
    /// <summary>The "val" of a field's value; undefined where the row has none.</summary>
    public JsonElement Val(string fieldId) =>
        Cols.FirstOrDefault(col => col.FieldId == fieldId) is { Value: { ValueKind: JsonValueKind.Object } value } && value.TryGetProperty("val", out var val)
            ? val
            : default;
}
