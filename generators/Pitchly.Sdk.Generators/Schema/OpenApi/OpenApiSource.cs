using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The tree of an OpenAPI document, whose parts refer to each other by JSON pointers (RFC 6901).</summary>
internal sealed class OpenApiSource(JsonNode root, DiagnosticBag diagnostics)
{
    /// <summary>References that lead from one to the next; more of them are a circle.</summary>
    private const int MaximumSteps = 32;

    private readonly Dictionary<string, JsonNode?> _byPointer = [];

    public JsonNode Root => root;

    /// <summary>Returns what a node refers to, or the node itself; <see langword="null"/>, which is told, if that is nowhere.</summary>
    public JsonNode? Resolve(JsonNode node) => Follow(node).Node;

    /// <summary>Follows references to their end.</summary>
    /// <returns>The node at the end, and the last pointer, if there was one.</returns>
    public (JsonNode? Node, string? Pointer) Follow(JsonNode node)
    {
        string? pointer = null;
        for (var step = 0; step < MaximumSteps; step++)
        {
            if (node.MemberText("$ref") is not { } reference)
            {
                return (node, pointer);
            }

            if (Find(reference) is not { } target)
            {
                LeaveOut(node.Member("$ref")!, $"'{reference}' refers to nothing in this document");
                return (null, reference);
            }

            (node, pointer) = (target, reference);
        }

        LeaveOut(node, "its references lead in a circle");
        return (null, pointer);
    }

    /// <summary>Returns a node by its pointer; <see langword="null"/> if there is none.</summary>
    public JsonNode? Find(string pointer)
    {
        if (!_byPointer.TryGetValue(pointer, out var node))
        {
            node = pointer.StartsWith("#", StringComparison.Ordinal) ? Walk(pointer.Substring(1)) : null;
            _byPointer.Add(pointer, node);
        }

        return node;
    }

    /// <summary>Tells that a part of the document is not used.</summary>
    public void LeaveOut(JsonNode at, string why) => LeaveOut(at.At, why);

    /// <summary>Tells that a part of the document is not used.</summary>
    public void LeaveOut(SourceRange at, string why) =>
        diagnostics.Add(SchemaDescriptors.LeftOut, at with { Length = Math.Max(1, at.Length) }, "Not as it is written", why);

    private JsonNode? Walk(string pointer)
    {
        JsonNode? node = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = JsonPointer.Unescape(part);
            node = node is { Kind: JsonKinds.Array } && int.TryParse(name, out var index)
                ? index >= 0 && index < node.Items.Count ? node.Items[index] : null
                : node?.Member(name);
        }

        return node;
    }
}
