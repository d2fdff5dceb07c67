using System.Globalization;
using System.Text.Json;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Creates the <c>stringValue</c> of v2: a string or a list of strings (field types page).</summary>
internal static class StringValue
{
    public static object? Of(JsonElement value, Storage storage)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("val", out var val))
        {
            return null;
        }

        return val.ValueKind switch
        {
            JsonValueKind.Array => val.EnumerateArray().Select(item => Text(item, storage)).ToList(),
            JsonValueKind.Number => Number(value, val),
            JsonValueKind.True => "Yes",
            JsonValueKind.False => "No",
            JsonValueKind.Null => null,
            _ => Text(val, storage),
        };
    }

    /// <summary>Returns the text of a value. The text of a reference is the name of the referenced record.</summary>
    private static string Text(JsonElement val, Storage storage)
    {
        var text = val.ToString();
        if (!text.Contains(" rec", StringComparison.Ordinal) || !text.StartsWith("wks", StringComparison.Ordinal))
        {
            return text;
        }

        var found = storage.InitialPlatform.Organizations.SelectMany(one => storage.Databases(one.Id))
            .Select(database => (Database: database, Row: storage.Row(database.Id, text)))
            .FirstOrDefault(one => one.Row is not null);
        return found.Row?.Val(found.Database.Fields.First(field => field.IsPrimary).Id).ToString() ?? text;
    }

    private static string Number(JsonElement value, JsonElement val)
    {
        if (!val.TryGetDecimal(out var number))
        {
            return val.GetRawText();
        }

        var text = Math.Abs(number).ToString("#,##0.############", CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        var currency = value.TryGetProperty("currency", out var stated) && stated.ValueKind == JsonValueKind.String ? stated.GetString()!
            : "";
        return currency switch
        {
            "" => sign + text,
            "USD" => $"{sign}${text}",
            _ => $"{sign}{text} {currency}",
        };
    }
}
