using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The tree of an OpenAPI document, whose parts refer to each other by files and JSON pointers (RFC 6901).</summary>
internal sealed class OpenApiSource(JsonNode root, OpenApiFiles files, DiagnosticBag diagnostics)
{
    /// <summary>References that lead from one to the next; more of them are a circle.</summary>
    private const int MaximumSteps = 32;

    private readonly HashSet<JsonNode> _told = new(ByReference<JsonNode>.Instance);
    private readonly Dictionary<(int File, string Reference), JsonNode?> _found = [];

    public JsonNode Root => root;

    /// <summary>Returns what a node refers to, or the node itself; <see langword="null"/>, which is told, if that is nowhere.</summary>
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
                TellDangling(reference);
                return null;
            }

            node = target;
        }

        LeaveOut(node, "its references lead in a circle");
        return null;
    }

    /// <summary>Returns what a reference refers to; <see langword="null"/> if that is nowhere.</summary>
    /// <param name="reference">The reference's text, with the place from which it is seen.</param>
    public JsonNode? Find(JsonNode reference) => Find(reference.Text, reference.At.File);

    /// <summary>Returns what a reference in a file refers to; <see langword="null"/> if that is nowhere.</summary>
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

    /// <summary>Tells once that a reference refers to nothing, and what may be the reason.</summary>
    public void TellDangling(JsonNode reference)
    {
        if (_told.Add(reference))
        {
            LeaveOut(reference, $"'{reference.Text}' refers to nothing{WhyNothing(reference)}");
        }
    }

    private string WhyNothing(JsonNode reference)
    {
        var file = reference.Text.Split('#')[0];
        return file.Length == 0 ? " in this document"
            : files.NumberOf(Uri.UnescapeDataString(file), reference.At.File) is not null ? ""
            : file.Contains("://") ? ", for it is no file of the project; keep a copy there, and refer to that"
            : $"; if the file is there, add it to the project as <AdditionalFiles Include=\"…/{SchemaPath.FileName(file)}\" "
                + $"PitchlySchema=\"OpenApiPart\" />";
    }

    /// <summary>Tells that a part of the document is not used.</summary>
    public void LeaveOut(JsonNode at, string why) => LeaveOut(at.At, why);

    /// <summary>Tells that a part of the document is not used.</summary>
    public void LeaveOut(SourceRange at, string why) =>
        diagnostics.Add(SchemaDescriptors.LeftOut, at with { Length = Math.Max(1, at.Length) }, "Not as it is written", why);

    /// <summary>Reads how pages are asked for, in the words of the dialect.</summary>
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
