using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads request bodies. The parts of a multipart body become parameters.</summary>
internal sealed class BodyReader(TypeReader types, DiagnosticBag diagnostics)
{
    private readonly ContentReader _contents = new(types, diagnostics);

    /// <summary>Reads a request body.</summary>
    public BodyDeclaration? Read(SchemaObject endpoint, out IReadOnlyList<ParameterDeclaration> parts)
    {
        parts = [];
        if (endpoint.Get("requestBody") is not { } node
            || SchemaObject.Of(node, "requestBody", Keywords.Body, diagnostics) is not { } body)
        {
            return null;
        }

        body.Require("content", "it contains the media type and the schema");
        if (_contents.Read(body) is not { } content)
        {
            return null;
        }

        if (content.Kind == ContentKind.Multipart)
        {
            parts = ReadParts(content.Schema!, _contents.JsonPartsOf(content));
            return null;
        }

        var kind = content.Kind is ContentKind.Events or ContentKind.Lines ? ContentKind.Bytes : content.Kind;
        return new BodyDeclaration(content.ContentType, _contents.TypeOf(content with { Kind = kind }), node.At)
        {
            Kind = kind,
            IsOptional = body.Has("required") && !body.IsTrue("required"),
            Styles = _contents.StylesOf(content),
        };
    }

    /// <summary>Reads the parts of a multipart body. Each part is a parameter of the endpoint.</summary>
    private IReadOnlyList<ParameterDeclaration> ReadParts(JsonNode schema, IReadOnlyCollection<string> jsonParts)
    {
        if (SchemaObject.Of(schema, "schema", Keywords.Type, diagnostics) is not { } form)
        {
            return [];
        }

        if (!form.Has("properties"))
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere,
                schema.At,
                "This type",
                "a multipart body",
                "use an object type with one property for each part");
            return [];
        }

        var required = new HashSet<string>((form.Get("required")?.Items ?? []).Select(item => item.Text));
        return form.Entries("properties", "The part")
            .Select(entry => new ParameterDeclaration(
                entry.Name,
                Notes.None,
                ParameterLocation.Part,
                required.Contains(entry.Name.Text),
                PartOf(entry.Value, entry.Name.Text),
                null)
            {
                IsJson = jsonParts.Contains(entry.Name.Text),
            })
            .ToList();
    }

    private TypeSyntax PartOf(JsonNode node, string name)
    {
        var file = new ScalarSyntax(node.At, Notes.None, Nullable: false, ScalarKind.File);
        return node.MemberText("format") == "binary" ? file
            : node.Member("items")?.MemberText("format") == "binary" ? new ListSyntax(node.At, Notes.None, Nullable: false, file)
            : types.Read(node, name);
    }
}
