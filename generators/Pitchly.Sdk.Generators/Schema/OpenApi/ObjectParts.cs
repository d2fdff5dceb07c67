namespace Pitchly.Generators.Schema;

/// <summary>The combined content of an object schema and of the schemas in its <c>allOf</c>.</summary>
internal sealed class ObjectParts
{
    private readonly OpenApiSource _source;
    private readonly HashSet<JsonNode> _seen = new(ReferenceComparer<JsonNode>.Instance);
    private readonly Dictionary<string, int> _indexes = [];

    private ObjectParts(OpenApiSource source) => _source = source;

    /// <summary>Gets the properties in order. If several parts declare a property, the last declaration of its type applies.</summary>
    public List<(Name Name, JsonNode Schema)> Properties { get; } = [];

    /// <summary>Gets the names of the required properties.</summary>
    public HashSet<string> Required { get; } = [];

    /// <summary>Gets the parts that are not objects.</summary>
    public List<JsonNode> Others { get; } = [];

    /// <summary>Gets the schemas with <c>oneOf</c> or <c>anyOf</c>.</summary>
    public List<JsonNode> Unions { get; } = [];

    /// <summary>Gets the combined schemas, including referenced ones.</summary>
    public IReadOnlyCollection<JsonNode> Schemas => _seen;

    /// <summary>Gets the schema of additional properties.</summary>
    public JsonNode? Additional { get; private set; }

    public static ObjectParts Of(OpenApiSource source, JsonNode schema, bool withUnions = true)
    {
        var parts = new ObjectParts(source);
        parts.Add(schema, withUnions);
        return parts;
    }

    /// <summary>Adds another schema. A value must match all added schemas.</summary>
    public void Add(JsonNode schema, bool withUnions = true)
    {
        if (_source.Resolve(schema) is not { Kind: JsonKinds.Object } node || !_seen.Add(node))
        {
            return;
        }

        foreach (var part in node.Member("allOf")?.Items ?? [])
        {
            Add(part);
        }

        foreach (var property in node.Member("properties")?.Members ?? [])
        {
            AddProperty(property);
        }

        Required.UnionWith((node.Member("required")?.Items ?? []).Where(item => item.Kind == JsonKinds.String).Select(item => item.Text));
        Additional = node.Member("additionalProperties") ?? Additional;
        if (withUnions && (node.Member("oneOf") ?? node.Member("anyOf")) is { Items.Count: > 0 } union && !SaysNothing(union))
        {
            Unions.Add(node);
        }

        if (IsOther(node))
        {
            Others.Add(schema);
        }
    }

    /// <summary>
    /// Returns <see langword="true"/> if the alternatives only state which properties are required; otherwise, <see langword="false"/>.
    /// </summary>
    public static bool SaysNothing(JsonNode union) => union.Items.All(item =>
        item is { Kind: JsonKinds.Object } && item.Members.All(
            member => member.Name.Text is "required" or "not" or "description" or "title"));

    private void AddProperty(JsonMember property)
    {
        var name = property.Name.Text;
        if (_indexes.TryGetValue(name, out var index))
        {
            Properties[index] = (Properties[index].Name, Narrower(Properties[index].Schema, property.Value));
            return;
        }

        _indexes.Add(name, Properties.Count);
        Properties.Add((property.Name, property.Value));
    }

    /// <summary>Returns the schema that declares the property's type. A part may repeat a property only to document it.</summary>
    private static JsonNode Narrower(JsonNode before, JsonNode after) =>
        after.Members.Any(
            member => member.Name.Text is "$ref" or "type" or "allOf" or "oneOf" or "anyOf" or "enum" or "const" or "properties")
            ? after
            : before;

    private static bool IsOther(JsonNode node) =>
        node.Member("enum") is not null
        || node.Member("const") is not null
        || node.Member("items") is not null
        || node.Member("type") is { Kind: JsonKinds.String, Text: not "object" and not "null" }
        || node.Member("type") is { Kind: JsonKinds.Array, Items: var types } && types.All(type => type.Text != "object");
}
