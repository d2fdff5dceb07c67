using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the content of a request body or a response.</summary>
internal sealed class ContentReader(TypeReader types, DiagnosticBag diagnostics)
{
    /// <summary>Reads a media type and its schema. Text and binary content need no schema.</summary>
    public Content? Read(SchemaObject owner)
    {
        var entries = owner.Entries("content", "The media type").ToList();
        foreach (var entry in entries.Skip(1))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, entry.Name.At, entry.Name.Text, "content", "only one media type is allowed");
        }

        if (entries.Count == 0)
        {
            return null;
        }

        var (name, node) = (entries[0].Name, entries[0].Value);
        if (!name.Text.Contains('/'))
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, name.At, "A media type", "one such as 'application/json'", $"'{name.Text}'");
            return null;
        }

        if (SchemaObject.Of(node, name.Text, Keywords.MediaType, diagnostics) is not { } media)
        {
            return null;
        }

        var encodings = ReadEncodings(media);
        var kind = ContentKinds.Of(name.Text);
        if (kind is ContentKind.Json or ContentKind.Form or ContentKind.Multipart or ContentKind.Events or ContentKind.Lines)
        {
            media.Require("schema", "it is the type of the content");
            return media.Get("schema") is { } schema ? new Content(name.Text, kind, schema, node.At) { Encodings = encodings } : null;
        }

        return new Content(name.Text, kind, media.Get("schema"), node.At);
    }

    /// <summary>Returns the type of the content. Text is a string and binary content is a file, whatever the schema declares.</summary>
    public TypeSyntax TypeOf(Content content) => content.Kind switch
    {
        ContentKind.Text => new ScalarSyntax(content.At, Notes.None, Nullable: false, ScalarKind.String),
        ContentKind.Bytes => new ScalarSyntax(content.At, Notes.None, Nullable: false, ScalarKind.File),
        _ => types.Read(content.Schema!, "schema"),
    };

    /// <summary>Returns the styles of form fields that are lists or objects.</summary>
    public EquatableArray<(string Field, StyleDeclaration Style)> StylesOf(Content content) => content.Encodings
        .Where(encoding => encoding.Value.Has("style") || encoding.Value.Has("explode") || encoding.Value.Has("allowReserved"))
        .Select(encoding => (encoding.Key.Text, ParameterReader.ReadStyle(encoding.Value, ParameterLocation.Query)!))
        .ToEquatableArray();

    /// <summary>Returns the names of the parts that are written as JSON, although they are plain values.</summary>
    public IReadOnlyCollection<string> JsonPartsOf(Content content) => content.Encodings
        .Where(encoding => encoding.Value.GetText("contentType") is { } mediaType && ContentKinds.Of(mediaType) == ContentKind.Json)
        .Select(encoding => encoding.Key.Text)
        .ToList();

    private List<KeyValuePair<Name, SchemaObject>> ReadEncodings(SchemaObject media)
    {
        var fields = (media.Get("schema")?.Member("properties")?.Members ?? []).Select(member => member.Name.Text).ToList();
        var encodings = new List<KeyValuePair<Name, SchemaObject>>();
        foreach (var entry in media.Entries("encoding", "The field"))
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Encoding, diagnostics) is { } encoding)
            {
                encodings.Add(new(entry.Name, encoding));
            }

            if (fields.Count > 0 && !fields.Contains(entry.Name.Text))
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue,
                    entry.Name.At,
                    "A name in 'encoding'",
                    "the name of a property of the schema",
                    $"'{entry.Name.Text}'");
            }
        }

        return encodings;
    }
}

/// <summary>The content of a request body or a response.</summary>
internal sealed record Content(string ContentType, ContentKind Kind, JsonNode? Schema, SourceRange At)
{
    /// <summary>Gets the encodings of form fields or of the parts of a multipart body.</summary>
    public IReadOnlyList<KeyValuePair<Name, SchemaObject>> Encodings { get; init; } = [];
}
