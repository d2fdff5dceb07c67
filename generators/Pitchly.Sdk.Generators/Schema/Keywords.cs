namespace Pitchly.Generators.Schema;

/// <summary>The keywords of dialect 1.0 for each kind of object, and the JSON kinds of their values.</summary>
internal static class Keywords
{
    public const string Version = "1.0";

    private const JsonKinds O = JsonKinds.Object, A = JsonKinds.Array, S = JsonKinds.String, N = JsonKinds.Number, B = JsonKinds.Boolean;

    private static readonly (string, JsonKinds)[] Described = [("description", S), ("$comment", S)];

    private static readonly (string, JsonKinds)[] Declared = [.. Described, ("deprecated", B), ("csharpName", S)];

    public static readonly KeywordSet Schema = new("a schema",
        [
            .. Described,
            ("$schema", S),
            ("$id", S),
            ("pitchly", S),
            ("namespace", S),
            ("access", S),
            ("title", S),
            ("types", O),
            ("channels", O),
            ("clients", O),
            ("webhooks", O)
        ]);

    public static readonly KeywordSet Type = new("a type",
    [
        .. Declared, ("title", S), ("$ref", S), ("type", S | A), ("format", S), ("enum", A), ("const", S | N | B), ("id", B), ("secret", B),
        ("properties", O), ("required", A), ("additionalProperties", B | O), ("mergePatch", B), ("items", O), ("oneOf", A),
        ("discriminator", O), ("examples", A), ("graphqlScalar", B),
    ]);

    public static readonly KeywordSet Channel = new(
        "a channel", [.. Described, ("events", O), ("requests", O), ("commands", O), ("envelope", O), ("signature", O), ("internal", B)]);

    public static readonly KeywordSet Envelope = new(
        "an envelope", [("$comment", S), ("type", S), ("data", S), ("id", S), ("error", S), ("sequence", S)]);

    public static readonly KeywordSet Event = new("an event", [.. Declared, ("payload", O), ("cached", B), ("required", B)]);

    public static readonly KeywordSet Request = new("a request",
        [.. Declared, ("payload", O), ("reply", O), ("raises", S), ("internal", B)]);

    public static readonly KeywordSet Command = new("a command", [.. Declared, ("payload", O), ("internal", B)]);

    public static readonly KeywordSet Client = new("a client",
        [
            .. Described,
            ("audience", S),
            ("credential", O),
            ("keys", O),
            ("servers", A),
            ("graphqlPath", S),
            ("subscriptionsPath", S),
            ("endpoints", O)
        ]);

    public static readonly KeywordSet Credential =
        new("a credential", [.. Described, ("in", S), ("scheme", S), ("name", S), ("type", S), ("optional", B)]);

    public static readonly KeywordSet Key = new("a key", [.. Described, ("in", S), ("name", S)]);

    public static readonly KeywordSet Server = new("a server", [.. Described, ("url", S), ("name", S), ("variables", O)]);

    public static readonly KeywordSet ServerVariable = new("a server's variable", [.. Described, ("default", S), ("enum", A)]);

    public static readonly KeywordSet Webhooks = new("webhooks", [.. Described, ("name", S), ("signature", O), ("events", O)]);

    public static readonly KeywordSet Signature = new("a signature",
    [
        ("$comment", S), ("header", S), ("algorithm", S), ("encoding", S), ("prefix", S), ("separator", S), ("signed", S), ("idHeader", S),
        ("secretEncoding", S), ("timestamp", O),
    ]);

    public static readonly KeywordSet SignatureTimestamp = new("a timestamp",
        [("$comment", S), ("header", S), ("prefix", S), ("unit", S), ("tolerance", N)]);

    public static readonly KeywordSet Endpoint = new("an endpoint",
    [
        .. Declared, ("method", S), ("path", S), ("parameters", A), ("requestBody", O), ("responses", O), ("graphql", O),
        ("audience", S), ("navigation", B), ("idempotent", B), ("paging", O), ("keys", A), ("anonymous", B),
    ]);

    public static readonly KeywordSet Paging = new("paging",
        [.. Described, ("by", S), ("items", S), ("next", S), ("parameter", S), ("more", S)]);

    public static readonly KeywordSet Parameter = new("a parameter",
        [.. Declared, ("name", S), ("in", S), ("required", B), ("style", S), ("explode", B), ("allowReserved", B), ("schema", O)]);

    public static readonly KeywordSet Discriminator = new("a discriminator", [.. Described, ("propertyName", S), ("mapping", O)]);

    public static readonly KeywordSet Body = new("a request body", [.. Described, ("content", O), ("required", B)]);

    public static readonly KeywordSet Response = new("a response", [.. Described, ("headers", O), ("content", O)]);

    public static readonly KeywordSet MediaType = new("a media type", [("schema", O), ("encoding", O)]);

    public static readonly KeywordSet Encoding =
        new("an encoding", [("style", S), ("explode", B), ("allowReserved", B), ("contentType", S)]);

    public static readonly KeywordSet GraphQL = new("graphql", [("operation", S), ("field", S), ("arguments", O), ("result", O)]);

    public static readonly IReadOnlyList<KeywordSet> All =
        [
            Schema,
            Type,
            Channel,
            Envelope,
            Event,
            Request,
            Command,
            Client,
            Credential,
            Key,
            Endpoint,
            Paging,
            Parameter,
            Body,
            Response,
            MediaType,
            Encoding,
            GraphQL,
            Discriminator,
            Webhooks,
            Signature,
            SignatureTimestamp
        ];
}

internal sealed class KeywordSet(string owner, (string Name, JsonKinds Kinds)[] words)
{
    /// <summary>Gets the kind of object that has these keywords, with its article.</summary>
    public string Owner { get; } = owner;

    public IReadOnlyDictionary<string, JsonKinds> Words { get; } = words.ToDictionary(word => word.Name, word => word.Kinds);

    /// <summary>Returns how to fix a keyword that is not in the set.</summary>
    public string Advice(string unknown)
    {
        var all = $"its keywords are {string.Join(", ", Words.Keys.OrderBy(word => word, StringComparer.Ordinal))}";
        if (UnsupportedKeywords.Fix(unknown) is { } fix)
        {
            return $"{fix}; {all}";
        }

        return Near(unknown) is { } near ? $"did you mean '{near}'?" : all;
    }

    /// <summary>Returns the keyword with the most similar spelling, or <see langword="null"/> if none is similar.</summary>
    public string? Near(string unknown)
    {
        var near = Words.Keys
            .Select(word => (Word: word, Distance: EditDistance(word, unknown)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .First();
        return near.Distance <= 2 ? near.Word : null;
    }

    private static int EditDistance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
