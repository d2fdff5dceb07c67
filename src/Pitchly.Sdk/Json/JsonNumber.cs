using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Pitchly.Json;

/// <summary>Reads numbers for generated code. Each error contains the name of the member.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Named by what they read, as the methods of Utf8JsonReader are.")]
public static class JsonNumber
{
    /// <summary>
    /// Reads a 32-bit integer. A number with a decimal point or an exponent is accepted if its value is an integer, such as 3600.0.
    /// </summary>
    public static int Int32(ref Utf8JsonReader reader, string where) =>
        Whole(ref reader, where, out var value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw JsonErrors.OutOfRange(where, "a 32-bit integer");

    /// <summary>
    /// Reads a 64-bit integer. A number with a decimal point or an exponent is accepted if its value is an integer, such as 3600.0.
    /// </summary>
    public static long Int64(ref Utf8JsonReader reader, string where) =>
        Whole(ref reader, where, out var value) ? value : throw JsonErrors.OutOfRange(where, "a 64-bit integer");

    /// <summary>Reads a 32-bit integer, as a number or a string.</summary>
    public static int Int32OrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Int32(ref reader, where)
        : int.TryParse(
            JsonString.Read(ref reader, where), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw JsonErrors.OutOfRange(where, "a 32-bit integer");

    /// <summary>Reads a 64-bit integer, as a number or a string.</summary>
    public static long Int64OrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Int64(ref reader, where)
        : long.TryParse(
            JsonString.Read(ref reader, where), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw JsonErrors.OutOfRange(where, "a 64-bit integer");

    /// <summary>Reads a number, as a number or a string.</summary>
    public static double DoubleOrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Double(ref reader, where)
        : double.TryParse(JsonString.Read(ref reader, where), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value
        : throw JsonErrors.OutOfRange(where, "a number in the range of a double");

    /// <summary>Reads a decimal number, as a number or a string.</summary>
    public static decimal DecimalOrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Decimal(ref reader, where)
        : decimal.TryParse(JsonString.Read(ref reader, where), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw JsonErrors.OutOfRange(where, "a number in the range of a decimal");

    /// <summary>Reads a number.</summary>
    public static double Double(ref Utf8JsonReader reader, string where) =>
        IsNumber(ref reader, where) && reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw JsonErrors.OutOfRange(
            where, "a number in the range of a double");

    /// <summary>Reads a single-precision number.</summary>
    public static float Single(ref Utf8JsonReader reader, string where) =>
        IsNumber(ref reader, where) && reader.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw JsonErrors.OutOfRange(
            where, "a number in the range of a float");

    /// <summary>Reads a single-precision number, as a number or a string.</summary>
    public static float SingleOrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? Single(ref reader, where)
        : float.TryParse(JsonString.Read(ref reader, where), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && float.IsFinite(value) ? value
        : throw JsonErrors.OutOfRange(where, "a number in the range of a float");

    /// <summary>Reads an integer of any size, as a number or a string.</summary>
    public static BigInteger BigIntegerOrText(ref Utf8JsonReader reader, string where) =>
        reader.TokenType != JsonTokenType.String ? BigInteger(ref reader, where)
        : System.Numerics.BigInteger.TryParse(
            JsonString.Read(ref reader, where), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw JsonErrors.OutOfRange(where, "an integer");

    /// <summary>Reads an integer of any size.</summary>
    public static BigInteger BigInteger(ref Utf8JsonReader reader, string where) =>
        IsNumber(ref reader, where) && System.Numerics.BigInteger.TryParse(
            Encoding.UTF8.GetString(reader.ValueSpan), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw JsonErrors.OutOfRange(where, "an integer");

    /// <summary>Reads a 64-bit integer that is sent as a string. A number is accepted too.</summary>
    public static long Int64Text(ref Utf8JsonReader reader, string where) => Int64OrText(ref reader, where);

    /// <summary>Reads a decimal number that is sent as a string. A number is accepted too.</summary>
    public static decimal DecimalText(ref Utf8JsonReader reader, string where) => DecimalOrText(ref reader, where);

    /// <summary>Reads a decimal number.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader, string where) =>
        IsNumber(ref reader, where) && reader.TryGetDecimal(out var value) ? value : throw JsonErrors.OutOfRange(
            where, "a number in the range of a decimal");

    private static bool Whole(ref Utf8JsonReader reader, string where, out long value)
    {
        if (IsNumber(ref reader, where) && reader.TryGetInt64(out value))
        {
            return true;
        }

        var isWhole = reader.TryGetDecimal(out var number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    private static bool IsNumber(ref Utf8JsonReader reader, string where) =>
        reader.TokenType == JsonTokenType.Number ? true : throw JsonErrors.Wrong(reader.TokenType, where, "a number");
}
