using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads an OpenAPI document of version 3.x, in JSON or YAML, into the same declarations as the dialect.</summary>
internal static class OpenApiReader
{
    /// <summary>The maximum length of a document, in characters. A larger document could block the compiler, so it is refused.</summary>
    private const int MaximumLength = 32 * 1024 * 1024;

    public static ReadSchema Read(SchemaText schema, OpenApiOptions options)
    {
        var diagnostics = new DiagnosticBag(schema.Path, PathsOf(schema));
        var root = ReadRoot(schema, diagnostics);
        var document = root is null ? Empty(schema) : Translate(schema, options, root, diagnostics);
        return new ReadSchema(document, diagnostics.ToEquatableArray());
    }

    private static JsonNode? ReadRoot(SchemaText schema, DiagnosticBag diagnostics)
    {
        if (schema.Text.Length > MaximumLength)
        {
            diagnostics.Add(SchemaDescriptors.BadJson, default, $"the file has more than {MaximumLength} characters");
            return null;
        }

        if (OpenApiFiles.Parse(schema.Text, diagnostics, 0) is not { } root)
        {
            return null;
        }

        var version = root.Member("openapi");
        if (version?.Text.StartsWith("3.", StringComparison.Ordinal) == true)
        {
            return root;
        }

        var found = root.Member("swagger") is { } swagger
            ? $"Swagger {swagger.Text}; convert the document to OpenAPI 3"
            : version?.Text ?? "missing";
        diagnostics.Add(
            SchemaDescriptors.WrongValue,
            (root.Member("swagger") ?? version ?? root).At with { Length = 1 },
            "'openapi'",
            "a version of OpenAPI from 3.0 to 3.2",
            found);
        return null;
    }

    private static SchemaDocument Translate(SchemaText schema, OpenApiOptions options, JsonNode root, DiagnosticBag diagnostics)
    {
        var source = new OpenApiSource(root, new OpenApiFiles(schema, root, diagnostics), diagnostics);
        var schemas = new SchemaTranslator(source, SchemaPath.Normalize(schema.Path));
        var security = new SecurityTranslator(source);
        if (options.Include.Count == 0 && options.Exclude.Count == 0)
        {
            schemas.DeclareComponents();
        }

        var title = root.Member("info")?.Member("title") is { Kind: JsonKinds.String, Text: { Length: > 0 } text } node ? new Name(
            text, node.At) : new Name(
            schema.Stem, root.At with { Length = 1 });
        var clients = new ClientTranslator(source, schemas, security, options).Read(title);
        return Empty(schema) with
        {
            IsReadable = true,
            Namespace = new Name(options.Namespace ?? "", root.At with { Length = 1 }),
            RootNamespace = options.RootNamespace,
            Webhooks = new WebhookTranslator(source, schemas).Read(options.ClientName is { } name ? title with { Text = name } : title),
            Types = schemas.Finish().ToEquatableArray(),
            Clients = clients,
            References = new[] { SchemaPath.Normalize(schema.Path) }.ToEquatableArray(),
        };
    }

    private static SchemaDocument Empty(SchemaText schema) => new(
        schema.Path,
        schema.Role != SchemaRole.Own,
        new Name("", default),
        EquatableArray<TypeDeclaration>.Empty,
        EquatableArray<ChannelDeclaration>.Empty,
        EquatableArray<ClientDeclaration>.Empty)
    {
        IsReadable = false,
        IsTranslated = true,
        Stem = schema.Stem,
        PartPaths = PathsOf(schema),
    };

    private static EquatableArray<string> PathsOf(SchemaText schema) => schema.Parts.Select(part => part.Path).ToEquatableArray();
}
