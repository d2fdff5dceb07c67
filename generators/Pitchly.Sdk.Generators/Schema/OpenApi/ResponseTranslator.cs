namespace Pitchly.Generators.Schema;

/// <summary>Translates the responses of an operation.</summary>
internal sealed class ResponseTranslator(OpenApiSource source, SchemaTranslator schemas)
{
    /// <summary>The types of the bodies of the current operation.</summary>
    private readonly Dictionary<JsonNode, TypeSyntax> _bodies = new(ReferenceComparer<JsonNode>.Instance);

    /// <summary>Reads the responses: for each kind of content of a success, the responses of all status codes.</summary>
    public List<(ContentKind? Kind, IReadOnlyList<ResponseDeclaration> Responses)> Read(JsonNode operation, string name)
    {
        _bodies.Clear();
        var read = new List<(Name Status, JsonNode Node, IReadOnlyList<(ContentKind Kind, string MediaType, JsonNode Content)> Contents)>();
        foreach (var member in operation.Member("responses")?.Members ?? [])
        {
            if (source.Resolve(member.Value) is { Kind: JsonKinds.Object } node && IsStatus(member.Name.Text))
            {
                read.Add(
                    (member.Name with { Text = member.Name.Text.Replace('x', 'X') }, node, ContentTranslator.Of(node.Member("content"))));
            }
        }

        // 'default' describes all statuses that are not listed. If no success is declared, it describes successes too.
        if (read.Count > 0 && !read.Any(item => item.Status.Text[0] is '2' or '3'))
        {
            read = read.SelectMany(item => item.Status.Text == "default"
                ? [(item.Status with { Text = "2XX" }, item.Node, item.Contents), item]
                : new[] { item }).ToList();
        }

        var kinds = read.Where(item => IsSuccess(item.Status)).SelectMany(item => item.Contents).Select(
            item => item.Kind).Distinct().OrderBy(kind => kind).ToList();
        if (kinds.Count == 0)
        {
            return [(null, read.Select(item => ResponseOf(item.Status, item.Node, item.Contents, null, name)).ToList())];
        }

        return kinds
            .Select(kind => ((ContentKind?)kind, (IReadOnlyList<ResponseDeclaration>)read
                .Select(item => ResponseOf(item.Status, item.Node, item.Contents, kind, name))
                .ToList()))
            .ToList();
    }

    private ResponseDeclaration ResponseOf(
        Name status, JsonNode node, IReadOnlyList<(
            ContentKind Kind, string MediaType, JsonNode Content)> contents, ContentKind? kind, string name)
    {
        var wanted = IsSuccess(status) ? kind ?? ContentKind.Json : ContentKind.Json;
        var found = contents.FirstOrDefault(item => item.Kind == wanted);
        var type = found.Content is null ? null : TypeOf(
            found.Kind, found.Content, $"{name} response {(status.Text is "200" or "201" ? "" : status.Text)}".TrimEnd());
        return new ResponseDeclaration(status, type)
        {
            Kind = found.Content is null ? ContentKind.Json : found.Kind,
            ContentType = found.MediaType is null or "*/*" ? null : found.MediaType,
            HasHeaders = node.Member("headers") is { Members.Count: > 0 },
        };
    }

    /// <summary>Returns the type of a response body. A body that several statuses or kinds of content share has one type.</summary>
    private TypeSyntax TypeOf(ContentKind kind, JsonNode media, string name)
    {
        if (!_bodies.TryGetValue(media, out var type))
        {
            _bodies.Add(media, type = ReadBody(kind, media, name));
        }

        return type;
    }

    private TypeSyntax ReadBody(ContentKind kind, JsonNode media, string name)
    {
        var schema = media.Member("itemSchema") ?? media.Member("schema");
        if (kind is ContentKind.Text)
        {
            return new ScalarSyntax(media.At, Notes.None, Nullable: false, ScalarKind.String);
        }

        if (kind is not (ContentKind.Json or ContentKind.Events or ContentKind.Lines))
        {
            return new ScalarSyntax(media.At, Notes.None, Nullable: false, ScalarKind.File);
        }

        return schema is null ? new AnySyntax(media.At, Notes.None) : schemas.Read(schema, name, SchemaUse.Received);
    }

    private static bool IsStatus(string status) =>
        status == "default"
            || (status.Length == 3
                && status[0] is >= '1' and <= '5'
                && status.Skip(1).All(letter => char.IsDigit(letter) || letter is 'X' or 'x'));

    private static bool IsSuccess(Name status) => status.Text[0] == '2';
}
