namespace Pitchly.Generators.Schema;

/// <summary>Translates security schemes into the credential and the keys of a client.</summary>
internal sealed class SecurityTranslator
{
    private readonly OpenApiSource _source;
    private readonly HashSet<string> _bearers = [];
    private readonly Dictionary<string, KeyDeclaration> _keys = [];

    public SecurityTranslator(OpenApiSource source)
    {
        _source = source;
        foreach (var member in source.Root.Member("components")?.Member("securitySchemes")?.Members ?? [])
        {
            if (source.Resolve(member.Value) is { } scheme)
            {
                Add(member.Name, scheme);
            }
        }
    }

    /// <summary>Gets the keys: the secrets that may identify the client to the server.</summary>
    public IReadOnlyCollection<KeyDeclaration> Keys => _keys.Values;

    /// <summary>Returns <see langword="true"/> if the access token may be sent with a call; otherwise, <see langword="false"/>.</summary>
    public bool IsBearer(JsonNode operation) => NamesOf(operation).Any(_bearers.Contains);

    /// <summary>
    /// Returns <see langword="true"/> if a call requires the access token, because every alternative includes it; otherwise,
    /// <see langword="false"/>.
    /// </summary>
    public bool NeedsBearer(JsonNode operation) =>
        Requirements(operation) is { Count: > 0 } all && all.All(
            requirement => requirement.Members.Any(member => _bearers.Contains(member.Name.Text)));

    /// <summary>Returns the names of the keys that may be sent with a call.</summary>
    public EquatableArray<string> KeysOf(JsonNode operation) =>
        NamesOf(operation).Where(_keys.ContainsKey).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();

    private IEnumerable<string> NamesOf(JsonNode operation) =>
        Requirements(operation).SelectMany(requirement => requirement.Members).Select(member => member.Name.Text);

    private List<JsonNode> Requirements(JsonNode operation) =>
        (operation.Member("security") ?? _source.Root.Member("security"))?.Items ?? [];

    private void Add(Name name, JsonNode scheme)
    {
        var description = scheme.MemberText("description");
        switch (scheme.MemberText("type"), scheme.MemberText("scheme")?.ToLowerInvariant())
        {
            case ("oauth2", _) or ("openIdConnect", _) or ("http", "bearer"):
                _bearers.Add(name.Text);
                break;
            case ("http", "basic"):
                _keys[name.Text] = new KeyDeclaration(name, description, KeyLocation.Basic, "");
                break;
            case ("apiKey", _) when scheme.MemberText("name") is { } wireName:
                var location = scheme.MemberText("in") switch
                {
                    "query" => KeyLocation.Query,
                    "cookie" => KeyLocation.Cookie,
                    _ => KeyLocation.Header,
                };
                _keys[name.Text] = new KeyDeclaration(name, description, location, wireName);
                break;
            default:
                _source.LeaveOut(scheme, "the SDK does not support this kind of security scheme; configure the HttpClient for it");
                break;
        }
    }
}
