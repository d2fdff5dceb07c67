using System.Globalization;
using System.Text.Json;

namespace Pitchly.Emulator.Page;

/// <summary>A value as the grid shows it.</summary>
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
            JsonValueKind.Number => new CellText((value.TryGetProperty("currency", out var currency) ? currency.GetString() + " " : "") + val.GetDecimal().ToString("N0", CultureInfo.InvariantCulture), IsNumber: true),
            JsonValueKind.True => new CellText("Yes", IsNumber: false),
            JsonValueKind.False => new CellText("No", IsNumber: false),
            JsonValueKind.Array => new CellText(string.Join(", ", val.EnumerateArray()), IsNumber: false),
            _ => new CellText(val.ToString(), IsNumber: false),
        };
    }
}
