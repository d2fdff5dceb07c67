namespace Pitchly.Generators.Schema;

/// <summary>Translates operations into endpoints: one for each kind of request body and each kind of response.</summary>
internal sealed class OperationTranslator(OpenApiSource source, SchemaTranslator schemas, SecurityTranslator security)
{
    public static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly ParameterTranslator _parameters = new(source, schemas);
    private readonly ResponseTranslator _responses = new(source, schemas);

    /// <summary>Translates an operation.</summary>
    /// <param name="path">The path item, with parameters for all its operations.</param>
    /// <param name="template">The path.</param>
    /// <param name="query">The query that the path contains.</param>
    /// <param name="method">The method, with its location.</param>
    /// <param name="operation">The operation.</param>
    public IEnumerable<EndpointDeclaration> Read(JsonNode path, Name template, string query, Name method, JsonNode operation)
    {
        var name = NameOf(template.Text + "/" + query, method, operation);
        var parameters = _parameters.Read(
            path, operation, template.Text, name.Text).Concat(ParameterTranslator.OfQuery(query, template)).ToList();
        var bodies = BodiesOf(operation, name.Text);
        var answers = _responses.Read(operation, name.Text);
        var suffixes = new HashSet<string>();
        foreach (var (bodyKind, body, parts) in bodies)
        {
            foreach (var (answerKind, responses) in answers)
            {
                var ofBody = bodyKind == bodies[0].Kind ? "" : ContentTranslator.SuffixOf(bodyKind!.Value);
                var suffix = ofBody + (answerKind == answers[0].Kind ? "" : ContentTranslator.SuffixOf(answerKind!.Value));
                if (!suffixes.Add(suffix))
                {
                    // Another endpoint has this suffix for the kind of its response, so name both kinds.
                    suffixes.Add(suffix = ofBody + ContentTranslator.SuffixOf(answerKind!.Value));
                }

                yield return new EndpointDeclaration(
                    name with { Text = suffix.Length == 0 ? name.Text : name.Text + " " + suffix },
                    NotesTranslator.Of(operation),
                    method.Text.ToUpperInvariant(),
                    template,
                    parameters.Concat(parts).ToEquatableArray(),
                    body,
                    responses.ToEquatableArray(),
                    null,
                    ServerOnly: false,
                    Navigation: false,
                    Idempotent: method.Text is "get" or "head" or "put" or "delete" or "options" or "trace")
                {
                    IsAnonymous = !security.IsBearer(operation),
                    Keys = security.KeysOf(operation),
                    Paging = answerKind == ContentKind.Json ? PagingOf(operation, parameters) : null,
                };
            }
        }
    }

    /// <summary>
    /// Reads how pages are requested: from <c>x-pitchly-paging</c>, with the dialect's keywords, or from Microsoft's <c>x-ms-pageable</c>,
    /// where a page contains the URL of the next page.
    /// </summary>
    private PagingDeclaration? PagingOf(JsonNode operation, IReadOnlyList<ParameterDeclaration> parameters)
    {
        if (operation.Member("x-pitchly-paging") is { } paging)
        {
            return source.ReadPaging(paging, parameters);
        }

        return operation.Member("x-ms-pageable") is { } pageable && pageable.MemberText("nextLinkName") is { Length: > 0 } next
            ? new PagingDeclaration(
                PageMark.Url, new Name("/" + JsonPointer.Escape(pageable.MemberText("itemName") ?? "value"), pageable.At),
                "/" + JsonPointer.Escape(next), "", "")
            : null;
    }

    /// <summary>
    /// Returns the name of an operation. Without an id, the name is built from the method and the path: <c>get /rows/{id}</c> becomes
    /// <c>GetRowsById</c>.
    /// </summary>
    private static Name NameOf(string template, Name method, JsonNode operation)
    {
        if (operation.Member("operationId") is { Kind: JsonKinds.String, Text: { Length: > 0 } id } node)
        {
            return new Name(id, node.At);
        }

        var parts = template.Split('/').Select(part => part.StartsWith("{", StringComparison.Ordinal) ? "by " + part.Trim('{', '}') : part);
        return new Name(method.Text + " " + string.Join(" ", parts), method.At);
    }

    private List<(ContentKind? Kind, BodyDeclaration? Body, IReadOnlyList<ParameterDeclaration> Parts)> BodiesOf(
        JsonNode operation, string name)
    {
        var bodies = new List<(ContentKind? Kind, BodyDeclaration? Body, IReadOnlyList<ParameterDeclaration> Parts)>();
        var written = operation.Member("requestBody") is { } node ? source.Resolve(node) : null;
        foreach (var (kind, mediaType, media) in ContentTranslator.Of(written?.Member("content")))
        {
            if (kind == ContentKind.Multipart)
            {
                bodies.Add((kind, null, _parameters.ReadParts(media, name).ToList()));
                continue;
            }

            var schema = media.Member("schema");
            if (schema is not null && mediaType.StartsWith("application/merge-patch+json", StringComparison.Ordinal))
            {
                schemas.MarkMergePatch(schema);
            }

            var type = kind switch
            {
                ContentKind.Text => new ScalarSyntax(media.At, Notes.None, Nullable: false, ScalarKind.String),
                ContentKind.Json or ContentKind.Form =>
                    schema is null
                        ? new AnySyntax(media.At, Notes.None)
                        : schemas.Read(schema, name + " request", SchemaUse.Sent),
                _ => (TypeSyntax)new ScalarSyntax(media.At, Notes.None, Nullable: false, ScalarKind.File),
            };
            bodies.Add((kind, new BodyDeclaration(mediaType, type, media.At)
            {
                Kind = kind is ContentKind.Events or ContentKind.Lines ? ContentKind.Bytes : kind,
                IsOptional = !written!.IsTrue("required"),
                Styles = StylesOf(media),
            }, []));
        }

        if (bodies.Count == 0 || operation.Member("requestBody") is null)
        {
            return [(null, null, [])];
        }

        return bodies;
    }

    private EquatableArray<(string Field, StyleDeclaration Style)> StylesOf(JsonNode media) => (media.Member("encoding")?.Members ?? [])
        .Where(member => member.Value.Member("style") is not null || member.Value.Member("explode") is not null)
        .Select(member => (member.Name.Text, _parameters.StyleOf(member.Value, ParameterLocation.Query)))
        .ToEquatableArray();
}
