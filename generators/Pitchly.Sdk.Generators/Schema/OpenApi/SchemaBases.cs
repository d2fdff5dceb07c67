namespace Pitchly.Generators.Schema;

/// <summary>
/// Finds base schemas: schemas with a discriminator that other schemas include by <c>allOf</c>. If a base schema is used, its values are
/// those of the derived schemas. Also finds the value of a discriminator in each schema.
/// </summary>
internal sealed class SchemaBases
{
    private readonly OpenApiSource _source;
    private readonly Dictionary<JsonNode, List<JsonNode>> _derived = new(ReferenceComparer<JsonNode>.Instance);
    private readonly Dictionary<(JsonNode Schema, string Property), HashSet<string>> _tags = [];
    private readonly Dictionary<JsonNode, string> _names = new(ReferenceComparer<JsonNode>.Instance);

    public SchemaBases(OpenApiSource source)
    {
        _source = source;
        var components = (source.Root.Member("components")?.Member("schemas")?.Members ?? []).ToList();
        foreach (var member in components)
        {
            _names[member.Value] = member.Name.Text;
        }

        var all = ReadAll();
        foreach (var schema in components.Select(member => member.Value)
            .Concat(all.Where(_names.ContainsKey))
            .Distinct(ReferenceComparer<JsonNode>.Instance))
        {
            NoteBases(schema);
        }

        foreach (var node in all)
        {
            if (node.Member("discriminator") is { Kind: JsonKinds.Object } discriminator)
            {
                NoteTags(node, discriminator);
            }
        }
    }

    /// <summary>
    /// Returns all nodes of the document and of the files that it refers to, and names each referenced node after its reference.
    /// </summary>
    private List<JsonNode> ReadAll()
    {
        // A YAML alias makes one node appear in several locations.
        var seen = new HashSet<JsonNode>(ReferenceComparer<JsonNode>.Instance);
        var all = new List<JsonNode>();
        var open = new Stack<JsonNode>();
        open.Push(_source.Root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!seen.Add(node))
            {
                continue;
            }

            all.Add(node);
            if (node.Member("$ref") is { Kind: JsonKinds.String } reference && _source.Find(reference) is { } target)
            {
                open.Push(target);
                _names[target] = _names.TryGetValue(target, out var name) ? name : ComponentName.Of(reference.Text);
            }

            node.Items.ForEach(open.Push);
            foreach (var child in node.Members)
            {
                open.Push(child.Value);
            }
        }

        return all;
    }

    private void NoteBases(JsonNode schema)
    {
        foreach (var part in schema.Member("allOf")?.Items ?? [])
        {
            if (part.Member("$ref") is { Kind: JsonKinds.String } reference && _source.Find(reference) is { } target && IsBase(target))
            {
                Derived(target).Add(schema);
            }
        }
    }

    /// <summary>
    /// Returns the schemas that are derived from a base schema; <see langword="null"/> if the schema is not a base schema.
    /// </summary>
    public IReadOnlyList<JsonNode>? CasesOf(JsonNode schema) => _derived.TryGetValue(schema, out var cases) ? cases : null;

    /// <summary>
    /// Returns the only value of a discriminator in a schema; <see langword="null"/> if there is no value or more than one.
    /// </summary>
    public string? TagOf(JsonNode schema, string property) =>
        _tags.TryGetValue((schema, property), out var tags) && tags.Count == 1 ? tags.First() : null;

    /// <summary>Returns the values of a discriminator, each with the schema that it selects.</summary>
    public IEnumerable<(string Value, JsonNode Schema)> MappingOf(JsonNode discriminator, IEnumerable<JsonNode> cases)
    {
        var mapped = new HashSet<JsonNode>(ReferenceComparer<JsonNode>.Instance);
        foreach (var entry in discriminator.Member("mapping")?.Members ?? [])
        {
            if (Target(entry.Value) is { } target)
            {
                mapped.Add(target);
                yield return (entry.Name.Text, target);
            }
        }

        foreach (var item in cases.Where(item => !mapped.Contains(item)))
        {
            if (NameOf(item) is { } name)
            {
                yield return (name, item);
            }
        }
    }

    private static bool IsBase(JsonNode schema) =>
        schema.Member("discriminator") is { Kind: JsonKinds.Object } && schema.Member("oneOf") is null && schema.Member("anyOf") is null;

    private JsonNode? Target(JsonNode reference) =>
        _source.Find(reference) ?? _source.Find(ComponentName.PointerTo(reference.Text), reference.At.File);

    private string? NameOf(JsonNode schema) => _names.TryGetValue(schema, out var name) ? name : null;

    private void NoteTags(JsonNode owner, JsonNode discriminator)
    {
        if (discriminator.MemberText("propertyName") is not { } property)
        {
            return;
        }

        var written = (owner.Member("oneOf") ?? owner.Member("anyOf"))?.Items ?? [];
        var cases = _derived.TryGetValue(owner, out var derived)
            ? derived
            : written
                .Select(item => item.Member("$ref") is { Kind: JsonKinds.String } reference ? _source.Find(reference) : item)
                .OfType<JsonNode>();
        foreach (var (value, schema) in MappingOf(discriminator, cases))
        {
            if (!_tags.TryGetValue((schema, property), out var tags))
            {
                _tags.Add((schema, property), tags = []);
            }

            tags.Add(value);
        }
    }

    private List<JsonNode> Derived(JsonNode schema)
    {
        if (!_derived.TryGetValue(schema, out var derived))
        {
            _derived.Add(schema, derived = []);
        }

        return derived;
    }
}
