using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the content of a body or a response.</summary>
internal sealed class ContentReader(TypeReader types, DiagnosticBag diagnostics)
{
    /// <summary>Reads a media type and its schema; a body of parts and one that is no JSON need none.</summary>
    public (string ContentType, ContentKind Kind, JsonNode? Schema, SourceRange At)? Read(SchemaObject owner)
    {
        var entries = owner.Entries("content", "The media type").ToList();
        foreach (var entry in entries.Skip(1))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, entry.Name.At, entry.Name.Text, "content", "one media type can be given");
        }

        if (entries.Count == 0)
        {
            return null;
        }

        var (name, node) = (entries[0].Name, entries[0].Value);
        if (!name.Text.Contains('/'))
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, name.At, "a media type", "one such as 'application/json'", $"'{name.Text}'");
            return null;
        }

        if (SchemaObject.Of(node, name.Text, Keywords.MediaType, diagnostics) is not { } media)
        {
            return null;
        }

        var kind = ContentTranslator.KindOf(name.Text);
        if (kind is ContentKind.Json or ContentKind.Form or ContentKind.Multipart or ContentKind.Events or ContentKind.Lines)
        {
            media.Require("schema", "it is the type of the content");
            return media.Get("schema") is { } schema ? (name.Text, kind, schema, node.At) : null;
        }

        return (name.Text, kind, media.Get("schema"), node.At);
    }

    /// <summary>Returns the type of content: text and bytes are what they are, whatever their schema says.</summary>
    public TypeSyntax TypeOf((string ContentType, ContentKind Kind, JsonNode? Schema, SourceRange At) content) => content.Kind switch
    {
        ContentKind.Text => new ScalarSyntax(content.At, Notes.None, Nullable: false, ScalarKind.String),
        ContentKind.Bytes => new ScalarSyntax(content.At, Notes.None, Nullable: false, ScalarKind.File),
        _ => types.Read(content.Schema!, "schema"),
    };
}
