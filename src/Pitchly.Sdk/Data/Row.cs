using System.Text.Json;

namespace Pitchly.Data;

/// <content>Values by field.</content>
public sealed partial record Row
{
    /// <summary>Gets the value of a field.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <returns>The value, or <see langword="null"/> if the row has none.</returns>
    public FieldValue? GetValue(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Cols.FirstOrDefault(col => col.FieldId == field.Id)?.Value;
    }

    /// <summary>Gets the value of a field as text.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <returns>A string unchanged, any other value as JSON, or an empty string if the row has no value.</returns>
    public string GetText(Field field) => GetValue(field)?.Val switch
    {
        null or { ValueKind: JsonValueKind.Null } => "",
        { } val => val.AsString() ?? val.ToString(),
    };

    /// <summary>Gets the value of a field as a number.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <returns>The number, or <see langword="null"/> if the row has no value or the value isn't a number.</returns>
    public double? GetNumber(Field field) => GetValue(field)?.Val.AsNumber();
}
