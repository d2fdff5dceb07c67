namespace Pitchly.Generators.Schema;

/// <summary>Reads which types of JSON a schema allows, by <c>type</c> and by what else tells them.</summary>
internal static class WrittenTypes
{
    /// <summary>A number that may come as its text: ASP.NET Core says so of every number, since its readers take both.</summary>
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

    /// <summary>Returns whether a schema allows null; whoever refers to it says so, and not its type.</summary>
    public static bool MayBeNull(JsonNode schema) =>
        schema.IsTrue("nullable")
        || schema.Member("type") is { Kind: JsonKinds.Array, Items: { Count: > 1 } types } && types.Any(type => type.Text == "null")
        || (schema.Member("oneOf") ?? schema.Member("anyOf")) is { Items: var cases } && cases.Any(UnionTranslator.IsNull)
        || schema.Member("enum") is { Items: var values } && values.Any(value => value.Kind == JsonKinds.Null);

    /// <summary>Reads <c>type</c>, which may be several, and what says that null is one of them.</summary>
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
