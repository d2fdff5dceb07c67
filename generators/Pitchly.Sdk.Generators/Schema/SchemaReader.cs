using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The result of reading a schema file.</summary>
internal sealed record ReadSchema(SchemaDocument Document, EquatableArray<SchemaDiagnostic> Diagnostics);

/// <summary>
/// Reads a schema file: first JSON, then keywords, then declarations. It always returns a document, even if the document is empty.
/// </summary>
internal static class SchemaReader
{
    public static ReadSchema Read(SchemaText schema) =>
        schema.OpenApi is { } options ? OpenApiReader.Read(schema, options) : ReadDialect(schema);

    private static ReadSchema ReadDialect(SchemaText schema)
    {
        var diagnostics = new DiagnosticBag(schema.Path);
        var types = new TypeReader(schema.Path, diagnostics);
        var channels = new ChannelReader(types, diagnostics);
        var root = ReadRoot(schema, diagnostics);
        var isInternal = root?.OneOf("access", "public", "internal") == "internal";
        var document = new SchemaDocument(
            schema.Path,
            schema.Role == SchemaRole.Reference || (schema.Role == SchemaRole.Shared && !isInternal),
            root is null ? new Name("", default) : ReadHead(root, diagnostics),
            ReadTypes(root, types),
            channels.Read(root),
            new ClientReader(types, diagnostics).Read(root))
        {
            Webhooks = channels.ReadWebhooks(root, schema.Stem),
        };
        return new ReadSchema(
            document with
            {
                Stem = schema.Stem,
                Id = ReadId(root, diagnostics),
                IsInternal = isInternal,
                References = types.ReferredSchemas.ToEquatableArray(),
                Title = root?.GetName("title"),
                IsReadable = root is not null,
            },
            diagnostics.ToEquatableArray());
    }

    /// <summary>Reads the file's object. A document of another format is reported once, not keyword by keyword.</summary>
    private static SchemaObject? ReadRoot(SchemaText schema, DiagnosticBag diagnostics)
    {
        if (JsonTreeReader.Read(schema.Text, diagnostics) is not { } node)
        {
            return null;
        }

        if (UnsupportedKeywords.DocumentOf(node) is var (word, fix))
        {
            diagnostics.Add(SchemaDescriptors.UnknownKeyword, word.At, word.Text, Keywords.Schema.Owner, fix);
            return null;
        }

        return SchemaObject.Of(node, null, Keywords.Schema, diagnostics);
    }

    private static Name ReadHead(SchemaObject root, DiagnosticBag diagnostics)
    {
        var start = root.At with { Length = 1 };
        var version = root.Require("pitchly", $"write \"pitchly\": \"{Keywords.Version}\", the version of the dialect", start);
        if (version is not null && version.Text != Keywords.Version)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                version.At,
                "'pitchly'",
                $"\"{Keywords.Version}\", the only version",
                $"\"{version.Text}\"");
        }

        return root.Require("namespace", "it is the C# namespace of the generated code", start) ?? new Name("", start);
    }

    private static Name? ReadId(SchemaObject? root, DiagnosticBag diagnostics)
    {
        if (root?.GetName("$id") is not { } id || SchemaReference.IsId(id.Text))
        {
            return root?.GetName("$id");
        }

        const string Expected = "an absolute URI without a fragment, for example \"https://example.com/crm\"";
        diagnostics.Add(SchemaDescriptors.WrongValue, id.At, "'$id'", Expected, $"'{id.Text}'");
        return null;
    }

    private static EquatableArray<TypeDeclaration> ReadTypes(SchemaObject? root, TypeReader types) =>
        (root?.Entries("types", "The type") ?? [])
            .Select(entry => new TypeDeclaration(entry.Name, types.Read(entry.Value, entry.Name.Text), IsGraphQLScalar(entry.Value)))
            .ToEquatableArray();

    private static bool IsGraphQLScalar(JsonNode type) =>
        type.Members.Any(member => member is { Name.Text: "graphqlScalar", Value: { Kind: JsonKinds.Boolean, Text: "true" } });
}
