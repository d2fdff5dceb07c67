namespace Pitchly.Generators.Schema;

/// <summary>Translates parameters of operations, and the parts of their bodies, into parameters of endpoints.</summary>
internal sealed class ParameterTranslator(OpenApiSource source, SchemaTranslator schemas)
{
    /// <summary>
    /// Headers that OpenAPI describes elsewhere, so parameters with these names are ignored (OpenAPI 3.1, section 4.8.12.1).
    /// </summary>
    private static readonly HashSet<string> OwnHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    /// <summary>Reads the parameters of a path and of an operation. The operation's parameter applies if both have one.</summary>
    public List<ParameterDeclaration> Read(JsonNode path, JsonNode operation, string template, string owner)
    {
        var parameters = new Dictionary<(ParameterLocation, string), ParameterDeclaration>();
        foreach (var written in (path.Member("parameters")?.Items ?? []).Concat(operation.Member("parameters")?.Items ?? []))
        {
            if (source.Resolve(written) is { Kind: JsonKinds.Object } node && Read(node, owner) is { } parameter)
            {
                parameters[(parameter.In, parameter.Name.Text)] = parameter;
            }
        }

        var inPath = PathTemplate.NamesIn(template);
        foreach (var (key, parameter) in parameters.Select(pair => (pair.Key, pair.Value)).ToList())
        {
            if (parameter.In == ParameterLocation.Path && !inPath.Contains(parameter.Name.Text))
            {
                source.LeaveOut(
                    parameter.Name.At, $"the path '{template}' has no '{{{parameter.Name.Text}}}', so the parameter is left out");
                parameters.Remove(key);
            }
        }

        foreach (var name in inPath.Where(name => !parameters.ContainsKey((ParameterLocation.Path, name))))
        {
            source.LeaveOut(operation, $"'{{{name}}}' of the path has no parameter, so it is treated as a string");
            var text = new ScalarSyntax(operation.At, Notes.None, Nullable: false, ScalarKind.String);
            parameters.Add(
                (ParameterLocation.Path, name),
                new ParameterDeclaration(new Name(name, operation.At), Notes.None, ParameterLocation.Path, true, text, null));
        }

        return [.. parameters.Values];
    }

    /// <summary>Reads the parts of a multipart body. Each part is a parameter.</summary>
    public IEnumerable<ParameterDeclaration> ReadParts(JsonNode media, string owner)
    {
        if (media.Member("schema") is not { } schema)
        {
            yield break;
        }

        var parts = ObjectParts.Of(source, schema);
        var encoding = media.Member("encoding");
        foreach (var (name, property) in parts.Properties)
        {
            var node = source.Resolve(property);
            if (node?.IsTrue("readOnly") == true)
            {
                continue;
            }

            var type = TypeOfPart(property, node, owner + " " + name.Text);
            var isJson = type is not ScalarSyntax { Kind: ScalarKind.File }
                && encoding?.Member(name.Text)?.MemberText("contentType") is { } mediaType
                && ContentKinds.Of(mediaType) == ContentKind.Json;
            yield return new ParameterDeclaration(
                name,
                NotesTranslator.Of(property),
                ParameterLocation.Part,
                parts.Required.Contains(name.Text),
                type,
                null)
            { IsJson = isJson };
        }
    }

    /// <summary>Creates constant parameters from a query in the path itself.</summary>
    public static IEnumerable<ParameterDeclaration> OfQuery(string query, Name path) =>
        query.Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(pair =>
    {
        var parts = pair.Split(['='], 2);
        var constant = new ConstSyntax(path.At, Notes.None, Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : ""), JsonKinds.String);
        return new ParameterDeclaration(
            new Name(Uri.UnescapeDataString(parts[0]), path.At), Notes.None, ParameterLocation.Query, true, constant, null);
    });

    /// <summary>Returns the style of a parameter. The default depends on the parameter's location.</summary>
    public StyleDeclaration StyleOf(JsonNode node, ParameterLocation location)
    {
        var styles = StyleDeclaration.NamesAt(location);
        var style = node.MemberText("style") ?? styles[0];
        if (!styles.Contains(style))
        {
            source.LeaveOut(node.Member("style")!, $"the styles of a parameter in '{location.ToString().ToLowerInvariant()}' are "
                + $"{string.Join(", ", styles)}; the first is used");
            style = styles[0];
        }

        var explode = node.Member("explode") is { Kind: JsonKinds.Boolean, Text: var text } ? text == "true" : style == "form";
        return new StyleDeclaration(style, explode, node.IsTrue("allowReserved"));
    }

    private ParameterDeclaration? Read(JsonNode node, string owner)
    {
        var location = node.MemberText("in");
        var name = node.Member("name") is { Kind: JsonKinds.String } text ? new Name(text.Text, text.At) : null;
        ParameterLocation? known = location switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            "cookie" => ParameterLocation.Cookie,
            _ => null,
        };
        var isOwnHeader = known == ParameterLocation.Header && name is not null && OwnHeaders.Contains(name.Text);
        if (name is null || known is not { } at || isOwnHeader)
        {
            if (name is null || known is null)
            {
                source.LeaveOut(node, "a parameter must have a 'name', and 'in' must be 'path', 'query', 'header' or 'cookie'");
            }

            return null;
        }

        var content = node.Member("content")?.Members.FirstOrDefault()?.Value;
        var schema = node.Member("schema") ?? content?.Member("schema");
        var type = schema is null
            ? new ScalarSyntax(node.At, Notes.None, Nullable: false, ScalarKind.String)
            : schemas.Read(schema, owner + " " + name.Text, SchemaUse.Sent);
        var notes = NotesTranslator.OfParameter(node);
        var required = at == ParameterLocation.Path || node.IsTrue("required");
        return new ParameterDeclaration(name, notes, at, required, type with { Nullable = type.Nullable && !required }, null)
        {
            Style = StyleOf(node, at),
            IsJson = content is not null,
        };
    }

    private TypeSyntax TypeOfPart(JsonNode property, JsonNode? node, string name)
    {
        if (IsFile(node))
        {
            return new ScalarSyntax(property.At, Notes.None, Nullable: false, ScalarKind.File);
        }

        if (node?.Member("items") is { } items && IsFile(source.Resolve(items)))
        {
            return new ListSyntax(
                property.At, Notes.None, Nullable: false, new ScalarSyntax(items.At, Notes.None, Nullable: false, ScalarKind.File));
        }

        return schemas.Read(property, name, SchemaUse.Sent);
    }

    private static bool IsFile(JsonNode? node) =>
        node?.MemberText("format") == "binary" || node?.MemberText("contentMediaType") is not null
            && node.MemberText("contentEncoding") is null;
}
