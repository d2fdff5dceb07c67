using System.Globalization;
using System.Text.Json;

namespace Pitchly.Emulator.Page;

/// <summary>A value as it is shown in the grid.</summary>
internal sealed record CellText(string Text, bool IsNumber)
{
    public static CellText Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("val", out var val))
        {
            return new CellText("", IsNumber: false);
        }

        return val.ValueKind switch
        {
            JsonValueKind.Number => new CellText(Currency(value) + Number(val), IsNumber: true),
            JsonValueKind.True => new CellText("Yes", IsNumber: false),
            JsonValueKind.False => new CellText("No", IsNumber: false),
            JsonValueKind.Array => new CellText(string.Join(", ", val.EnumerateArray()), IsNumber: false),
            _ => new CellText(val.ToString(), IsNumber: false),
        };
    }

    private static string Currency(JsonElement value) =>
        value.TryGetProperty("currency", out var currency) && currency.ValueKind == JsonValueKind.String ? currency + " " : "";

    /// <summary>Returns a formatted number. A number that is too large for a decimal is shown as it was received.</summary>
    private static string Number(JsonElement val) =>
        val.TryGetDecimal(out var number) ? number.ToString("N0", CultureInfo.InvariantCulture) : val.GetRawText();
}
