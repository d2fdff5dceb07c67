using System.Globalization;

namespace Pitchly.Generators.Schema;

/// <summary>Chooses the C# type of a plain value from its format (OpenAPI Format Registry).</summary>
internal static class ScalarTranslator
{
    public static ScalarKind OfString(JsonNode schema) => schema.MemberText("format") switch
    {
        "date-time" => ScalarKind.DateTime,
        "date" => ScalarKind.Date,
        "time" => ScalarKind.Time,
        "duration" => ScalarKind.Duration,
        "uuid" or "guid" => ScalarKind.Uuid,
        "uri" or "url" or "uri-reference" or "iri" => ScalarKind.Uri,
        "byte" or "base64" => ScalarKind.Bytes,
        "password" => ScalarKind.Secret,
        "int64" or "int32" => ScalarKind.Int64Text,
        "decimal" => ScalarKind.DecimalText,
        _ => schema.MemberText("contentEncoding") == "base64" ? ScalarKind.Bytes : ScalarKind.String,
    };

    public static ScalarKind OfInteger(JsonNode schema) => schema.MemberText("format") switch
    {
        "int32" or "int16" or "int8" or "uint8" or "uint16" => ScalarKind.Int32,
        "uint64" or "int128" or "bigint" => ScalarKind.BigInteger,
        "unix-time" or "unixtime" => ScalarKind.UnixTime,
        _ => IsLarge(schema.Member("maximum")) || IsLarge(schema.Member("minimum")) ? ScalarKind.BigInteger : ScalarKind.Int64,
    };

    public static ScalarKind OfNumber(JsonNode schema) => schema.MemberText("format") switch
    {
        "float" => ScalarKind.Single,
        "decimal" or "currency" => ScalarKind.Decimal,
        "int32" => ScalarKind.Int32,
        "int64" => ScalarKind.Int64,
        _ => ScalarKind.Double,
    };

    /// <summary>
    /// Returns <see langword="true"/> if a bound is outside the range of a 64-bit integer; otherwise, <see langword="false"/>.
    /// </summary>
    private static bool IsLarge(JsonNode? bound) =>
        bound is { Kind: JsonKinds.Number }
        && double.TryParse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) > 9.3e18;
}
