namespace Pitchly.Generators.Schema;

/// <summary>
/// Translates servers into the servers of clients. A client has one address, so operations with their own servers get a separate client,
/// named after the host: <c>CrmClient</c> and <c>CrmAtUploadsExampleClient</c>.
/// </summary>
internal sealed class ServerTranslator(OpenApiSource source)
{
    private readonly Dictionary<JsonNode, EquatableArray<ServerDeclaration>> _read = new(ReferenceComparer<JsonNode>.Instance);

    /// <summary>Returns the servers of an operation, and the suffix that they add to the name of its client.</summary>
    public (EquatableArray<ServerDeclaration> Servers, string Suffix) Of(JsonNode path, JsonNode operation)
    {
        var usual = Read(source.Root);
        var own = new[] { operation, path }.Select(Read).FirstOrDefault(servers => servers.Count > 0);
        return own is null || own.Select(UrlOf).SequenceEqual(usual.Select(UrlOf)) ? (usual, "") : (own, " at " + HostOf(own[0]));
    }

    private static string HostOf(ServerDeclaration server) =>
        server.Url.Text.Split('/').FirstOrDefault(part => part.Length > 0 && !part.EndsWith(":", StringComparison.Ordinal)) ?? "";

    private static string UrlOf(ServerDeclaration server) => server.Url.Text;

    private EquatableArray<ServerDeclaration> Read(JsonNode owner)
    {
        if (owner.Member("servers") is not { } node)
        {
            return EquatableArray<ServerDeclaration>.Empty;
        }

        if (!_read.TryGetValue(node, out var servers))
        {
            _read.Add(node, servers = node.Items.Select(Server).OfType<ServerDeclaration>().ToEquatableArray());
        }

        return servers;
    }

    private ServerDeclaration? Server(JsonNode node)
    {
        if (node.Member("url") is not { Kind: JsonKinds.String } url)
        {
            return null;
        }

        if (ServerDeclaration.FaultOf(url.Text) is { } fault)
        {
            source.LeaveOut(url, $"'{url.Text}' {fault}, so it is not an address for an HttpClient");
            return null;
        }

        var name = new Name(url.Text, url.At);
        var variables = (node.Member("variables")?.Members ?? []).Select(Variable).ToList();
        return new ServerDeclaration(
            name, node.MemberText("name"), node.MemberText("description"), ServerDeclaration.Complete(name, variables));
    }

    private static ServerVariableDeclaration Variable(JsonMember member) => new(
        member.Name,
        member.Value.MemberText("description"),
        member.Value.Member("default") is { Kind: not JsonKinds.Null } value ? value.Text : null,
        (member.Value.Member("enum")?.Items ?? []).Select(item => item.Text).ToEquatableArray());
}
