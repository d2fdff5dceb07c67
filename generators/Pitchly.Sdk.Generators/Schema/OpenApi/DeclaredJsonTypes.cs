namespace Pitchly.Generators.Schema;

/// <summary>Determines the JSON types that a schema allows, from <c>type</c> and from other keywords.</summary>
internal static class DeclaredJsonTypes
{
    /// <summary>
    /// Returns the kind of a number that may also be a string. ASP.NET Core describes every number in this way, since its readers accept
    /// both.
    /// </summary>
    public static ScalarKind? NumberOrText(JsonNode schema, IReadOnlyList<string> types)
    {
        var isNumberOrText = types.Count == 2 && types.Contains("string")
            && (schema.Member("pattern") ?? schema.Member("format")) is not null;
        return !isNumberOrText ? null
            : types.Contains("integer") ? ScalarTranslator.OfInteger(schema)
            : types.Contains("number") ? ScalarTranslator.OfNumber(schema)
            : null;
    }

    public static string? ImpliedType(JsonNode schema) =>
        schema.Member("properties") is not null || schema.Member("additionalProperties") is not null ? "object"
        : schema.Member("items") is not null || schema.Member("prefixItems") is not null ? "array"
        : schema.MemberText("format") is "date-time" or "uuid" or "uri" or "email" or "date" or "binary" or "byte" ? "string"
        : null;

    /// <summary>
    /// Returns <see langword="true"/> if a schema allows null; otherwise, <see langword="false"/>. The references to the schema are
    /// nullable, not its type.
    /// </summary>
    public static bool MayBeNull(JsonNode schema) =>
        schema.IsTrue("nullable")
        || schema.Member("type") is { Kind: JsonKinds.Array, Items: { Count: > 1 } types } && types.Any(type => type.Text == "null")
        || (schema.Member("oneOf") ?? schema.Member("anyOf")) is { Items: var cases } && cases.Any(UnionTranslator.IsNull)
        || schema.Member("enum") is { Items: var values } && values.Any(value => value.Kind == JsonKinds.Null);

    /// <summary>Reads <c>type</c>, which may list several types, and whether null is one of them.</summary>
    public static (IReadOnlyList<string> Types, bool Nullable) TypesOf(JsonNode schema)
    {
        var written = schema.Member("type") switch
        {
            { Kind: JsonKinds.Array } several => several.Items.Select(item => item.Text).ToList(),
            { Kind: JsonKinds.String } one => [one.Text],
            _ => [],
        };
        var types = written.Where(type => type != "null").Distinct().ToList();
        return (types, schema.IsTrue("nullable") || (types.Count > 0 && types.Count < written.Count));
    }
}
