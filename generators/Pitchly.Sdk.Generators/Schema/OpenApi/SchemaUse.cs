namespace Pitchly.Generators.Schema;

/// <summary>The direction in which values of a schema are sent.</summary>
[Flags]
internal enum SchemaUse
{
    None = 0,
    Sent = 1,
    Received = 2,
}

/// <summary>
/// Determines the direction in which values of a document's schemas are sent. Read-only properties are required only in responses.
/// </summary>
internal sealed class SchemaUses
{
    private readonly OpenApiSource _source;
    private readonly Dictionary<JsonNode, SchemaUse> _uses = new(ReferenceComparer<JsonNode>.Instance);

    public SchemaUses(OpenApiSource source)
    {
        _source = source;
        foreach (var (item, isCallback) in PathItems())
        {
            foreach (var member in item.Members.Where(member => OperationTranslator.Methods.Contains(member.Name.Text)))
            {
                Mark(member.Value.Member("requestBody"), isCallback ? SchemaUse.Received : SchemaUse.Sent);
                Mark(member.Value.Member("responses"), isCallback ? SchemaUse.Sent : SchemaUse.Received);
            }
        }
    }

    /// <summary>Returns the direction of a schema; both directions if the document does not determine it.</summary>
    public SchemaUse Of(JsonNode schema) => _uses.TryGetValue(schema, out var use) ? use : SchemaUse.Sent | SchemaUse.Received;

    private IEnumerable<(JsonNode Item, bool IsCallback)> PathItems()
    {
        foreach (var path in _source.Root.Member("paths")?.Members ?? [])
        {
            yield return (path.Value, false);
        }

        foreach (var hook in _source.Root.Member("webhooks")?.Members ?? [])
        {
            yield return (hook.Value, true);
        }
    }

    /// <summary>
    /// Marks all reachable nodes. The nesting of a document is bounded, and references are followed with a stack instead of recursion.
    /// </summary>
    private void Mark(JsonNode? start, SchemaUse use)
    {
        var open = new Stack<JsonNode>();
        Push(start);
        while (open.Count > 0)
        {
            var node = open.Pop();
            var known = _uses.TryGetValue(node, out var before) ? before : SchemaUse.None;
            if ((known & use) == use)
            {
                continue;
            }

            _uses[node] = known | use;
            foreach (var member in node.Members)
            {
                Push(member is { Name.Text: "$ref", Value.Kind: JsonKinds.String } ? _source.Find(member.Value) : member.Value);
            }

            node.Items.ForEach(Push);
        }

        void Push(JsonNode? node)
        {
            if (node is { Kind: JsonKinds.Object or JsonKinds.Array })
            {
                open.Push(node);
            }
        }
    }
}
