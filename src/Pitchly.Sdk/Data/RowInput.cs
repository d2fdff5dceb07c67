using Pitchly.Json;

namespace Pitchly.Data;

/// <content>Values by field.</content>
public sealed partial record RowInput
{
    /// <summary>Gets an input without values, to which <see cref="With(Field, FieldValue)"/> adds them.</summary>
    public static RowInput Empty { get; } = new() { Cols = [] };

    /// <summary>Returns a copy with a value for a field.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <param name="value">The value. It replaces the value that the input has for the field, if any.</param>
    /// <returns>The copy.</returns>
    public RowInput With(Field field, FieldValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return new RowInput { Cols = [.. Cols.Where(col => col.FieldId != field.Id), new Col { FieldId = field.Id, Value = value }] };
    }

    /// <summary>Returns a copy with a text for a field.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <param name="text">The text. It replaces the value that the input has for the field, if any.</param>
    /// <returns>The copy.</returns>
    public RowInput With(Field field, string text) => With(field, new FieldValue { Val = JsonText.FromString(text) });

    /// <summary>Returns a copy with a number or an amount for a field.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <param name="number">The number. It replaces the value that the input has for the field, if any.</param>
    /// <param name="currency">The currency of an amount, such as USD.</param>
    /// <returns>The copy.</returns>
    public RowInput With(Field field, double number, string? currency = null) =>
        With(field, new FieldValue { Val = JsonText.FromNumber(number), Currency = currency });

    /// <summary>Returns a copy with a Boolean value for a field.</summary>
    /// <param name="field">The field; see <see cref="Database.GetField"/>.</param>
    /// <param name="value">The value. It replaces the value that the input has for the field, if any.</param>
    /// <returns>The copy.</returns>
    public RowInput With(Field field, bool value) => With(field, new FieldValue { Val = JsonText.FromBoolean(value) });
}
