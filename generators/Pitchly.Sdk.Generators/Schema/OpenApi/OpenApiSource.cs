using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The tree of an OpenAPI document, with references by file and JSON pointer (RFC 6901).</summary>
internal sealed class OpenApiSource(JsonNode root, OpenApiFiles files, DiagnosticBag diagnostics)
{
    public const string DifferentFromDocument = "Generated differently from the document";

    /// <summary>The maximum length of a chain of references. A longer chain is a cycle.</summary>
    private const int MaximumSteps = 32;

    private readonly HashSet<JsonNode> _reported = new(ReferenceComparer<JsonNode>.Instance);
    private readonly Dictionary<(int File, string Reference), JsonNode?> _found = [];

    public JsonNode Root => root;

    /// <summary>
    /// Returns the target of a node's reference, or the node itself if it has none; <see langword="null"/> if the reference does not
    /// resolve, which is reported.
    /// </summary>
    public JsonNode? Resolve(JsonNode node)
    {
        for (var step = 0; step < MaximumSteps; step++)
        {
            if (node.Member("$ref") is not { Kind: JsonKinds.String } reference)
            {
                return node;
            }

            if (Find(reference) is not { } target)
            {
                ReportDangling(reference);
                return null;
            }

            node = target;
        }

        LeaveOut(node, "its references form a cycle");
        return null;
    }

    /// <summary>Returns the target of a reference; <see langword="null"/> if it does not resolve.</summary>
    /// <param name="reference">The reference's text, with its location.</param>
    public JsonNode? Find(JsonNode reference) => Find(reference.Text, reference.At.File);

    /// <summary>Returns the target of a reference in a file; <see langword="null"/> if it does not resolve.</summary>
    public JsonNode? Find(string reference, int from)
    {
        if (!_found.TryGetValue((from, reference), out var node))
        {
            var parts = reference.Split(['#'], 2);
            var file = parts[0].Length == 0 ? from : files.NumberOf(Uri.UnescapeDataString(parts[0]), from);
            node = file is { } number ? Walk(files.Root(number), parts.Length > 1 ? parts[1] : "") : null;
            _found.Add((from, reference), node);
        }

        return node;
    }

    /// <summary>Reports once that a reference does not resolve, and the possible reason.</summary>
    public void ReportDangling(JsonNode reference)
    {
        if (_reported.Add(reference))
        {
            LeaveOut(reference, $"the reference '{reference.Text}' can't be resolved{WhyUnresolved(reference)}");
        }
    }

    private string WhyUnresolved(JsonNode reference)
    {
        var file = reference.Text.Split('#')[0];
        return file.Length == 0 ? " in this document"
            : files.NumberOf(Uri.UnescapeDataString(file), reference.At.File) is not null ? ""
            : file.Contains("://") ? ", because it is not a file of the project; add a copy to the project, and refer to the copy"
            : $"; if the file exists, add it to the project as <AdditionalFiles Include=\"…/{SchemaPath.FileName(file)}\" "
                + $"PitchlySchema=\"OpenApiPart\" />";
    }

    /// <summary>Reports that a part of the document is not used.</summary>
    public void LeaveOut(JsonNode at, string why) => LeaveOut(at.At, why);

    /// <summary>Reports that a part of the document is not used.</summary>
    public void LeaveOut(SourceRange at, string why) =>
        diagnostics.Add(SchemaDescriptors.LeftOut, at with { Length = Math.Max(1, at.Length) }, DifferentFromDocument, why);

    /// <summary>Reads how pages are requested, with the dialect's keywords.</summary>
    public PagingDeclaration? ReadPaging(JsonNode node, IReadOnlyList<ParameterDeclaration> parameters) =>
        new PagingReader(diagnostics).Read(node, parameters);

    private static JsonNode? Walk(JsonNode? node, string pointer)
    {
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
