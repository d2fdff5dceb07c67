namespace Pitchly.Generators.Schema;

/// <summary>Groups operations into one client, or one client for each tag.</summary>
internal sealed class ClientTranslator(OpenApiSource source, SchemaTranslator schemas, SecurityTranslator security, OpenApiOptions options)
{
    private readonly OperationTranslator _operations = new(source, schemas, security);
    private readonly ServerTranslator _servers = new(source);

    public EquatableArray<ClientDeclaration> Read(Name title)
    {
        var clients = new Dictionary<(string Name, string Servers), TranslatedClient>();
        foreach (var (item, path, query, method, operation) in Operations())
        {
            var tags = (operation.Member("tags")?.Items ?? []).Where(tag => tag.Kind == JsonKinds.String).ToList();
            if (!options.Takes(path.Text, operation.MemberText("operationId"), tags.Select(tag => tag.Text).ToList()))
            {
                continue;
            }

            var name = options.IsByTag && tags.Count > 0 ? new Name(tags[0].Text, tags[0].At) : NameOf(title);
            var (servers, suffix) = _servers.Of(item, operation);
            var key = (name.Text, suffix);
            if (!clients.TryGetValue(key, out var client))
            {
                clients.Add(key, client = new TranslatedClient(name with { Text = name.Text + suffix }, servers, [], []));
            }

            client.Endpoints.AddRange(_operations.Read(item, path, query, method, operation));
            client.Operations.Add(operation);
        }

        return clients.Values.Select(Make).ToEquatableArray();
    }

    private Name NameOf(Name title) => options.ClientName is { } name ? title with { Text = name } : title;

    private ClientDeclaration Make(TranslatedClient client)
    {
        var used = new HashSet<string>(client.Endpoints.SelectMany(endpoint => endpoint.Keys));
        var description = source.Root.Member("info")?.MemberText("title");
        return new ClientDeclaration(
            client.Name,
            Notes.None with { Description = description is null ? null : $"A client for {description}." },
            ServerOnly: false,
            client.Operations.Any(security.IsBearer) ? new CredentialDeclaration(null, "") : null,
            client.Endpoints.ToEquatableArray())
        {
            Keys = security.Keys.Where(key => used.Contains(key.Name.Text)).ToEquatableArray(),
            Servers = client.Servers,
            IsCredentialOptional = !client.Operations.Any(security.NeedsBearer),
        };
    }

    private IEnumerable<(JsonNode Item, Name Path, string Query, Name Method, JsonNode Operation)> Operations()
    {
        var seen = new HashSet<(string Path, string Query, string Method)>();
        foreach (var path in source.Root.Member("paths")?.Members ?? [])
        {
            if (source.Resolve(path.Value) is not { Kind: JsonKinds.Object } item)
            {
                continue;
            }

            var template = PathOf(path.Name);
            var query = path.Name.Text.Split('#')[0].Split(['?'], 2).Skip(1).FirstOrDefault() ?? "";
            foreach (var member in item.Members.Where(member => OperationTranslator.Methods.Contains(member.Name.Text)
                && member.Value.Kind == JsonKinds.Object))
            {
                if (template is not null && seen.Add((template.Text, query, member.Name.Text)))
                {
                    yield return (item, template, query, member.Name, member.Value);
                }
            }
        }
    }

    /// <summary>Returns a path as it is sent; <see langword="null"/> if the path is invalid, which is reported.</summary>
    private Name? PathOf(Name path)
    {
        var text = path.Text.Split('#', '?')[0];
        var isAbsolute = text.StartsWith("/", StringComparison.Ordinal) && !text.StartsWith("//", StringComparison.Ordinal);
        if (!isAbsolute || text.Contains('\\') || PathTemplate.HasStrayBrace(text))
        {
            source.LeaveOut(path.At, $"'{path.Text}' is not a path on the server, or has an unbalanced brace");
            return null;
        }

        return path with
        {
            Text = string.Concat(text.Select(letter => letter is > ' ' and <= '~'
            ? letter.ToString()
            : Uri.EscapeDataString(letter.ToString())))
        };
    }

    /// <summary>A client whose operations are still being collected.</summary>
    private sealed record TranslatedClient(
        Name Name, EquatableArray<ServerDeclaration> Servers, List<EndpointDeclaration> Endpoints, List<JsonNode> Operations);
}
