namespace Pitchly.Generators.Schema;

/// <summary>A schema file as written: its own words, each with its place. Nothing is resolved yet.</summary>
internal sealed record SchemaDocument(
    string Path,
    bool IsReference,
    Name Namespace,
    EquatableArray<TypeDeclaration> Types,
    EquatableArray<ChannelDeclaration> Channels,
    EquatableArray<ClientDeclaration> Clients)
{
    /// <summary>Gets the path by which references of other files find it.</summary>
    public string Location { get; } = SchemaPath.Normalize(Path);

    /// <summary>Gets the file's name, for people.</summary>
    public string FileName => SchemaPath.FileName(Path);

    /// <summary>Its types are seen in the project that compiles them, and in no other.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Its types are another project's, which shows them to nobody.</summary>
    public bool IsHidden => IsReference && IsInternal;

    /// <summary>The name that the schema gives itself, by which others can refer to it wherever it is.</summary>
    public Name? Id { get; init; }

    /// <summary>The paths and ids of the schemas that it refers to; its own may be among them.</summary>
    public EquatableArray<string> References { get; init; } = EquatableArray<string>.Empty;

    /// <summary>It is a schema, whatever mistakes are in it.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>A name for the file's own classes, where the file's name is not good enough.</summary>
    public Name? Title { get; init; }

    /// <summary>Returns true if a reference to this path or id means the schema; otherwise, false.</summary>
    public bool IsKnownAs(string pathOrId) => Location == pathOrId || Id?.Text == pathOrId;
}

/// <summary>What any declaration may carry.</summary>
internal sealed record Notes(string? Title, string? Description, bool Deprecated, Name? CSharpName)
{
    public static readonly Notes None = new(null, null, false, null);
}

/// <param name="Name">Its name in the schema.</param>
/// <param name="Type">Its shape.</param>
/// <param name="IsGraphQLScalar">A GraphQL server takes and gives it as one scalar, with no selection set.</param>
internal sealed record TypeDeclaration(Name Name, TypeSyntax Type, bool IsGraphQLScalar);

internal sealed record ChannelDeclaration(
    Name Name,
    Notes Notes,
    EquatableArray<EventDeclaration> Events,
    EquatableArray<RequestDeclaration> Requests,
    EquatableArray<CommandDeclaration> Commands,
    bool Internal);

internal sealed record EventDeclaration(Name Name, Notes Notes, TypeSyntax? Payload, bool Cached, bool Required);

internal sealed record RequestDeclaration(Name Name, Notes Notes, TypeSyntax? Payload, TypeSyntax Reply, Name? Raises, bool Internal);

internal sealed record CommandDeclaration(Name Name, Notes Notes, TypeSyntax? Payload, bool Internal);

internal sealed record ClientDeclaration(
    Name Name,
    Notes Notes,
    bool ServerOnly,
    CredentialDeclaration? Credential,
    EquatableArray<EndpointDeclaration> Endpoints);

/// <summary>Where the access token travels: the <c>Authorization: Bearer</c> header (RFC 6750) or a GraphQL variable.</summary>
internal sealed record CredentialDeclaration(Name? Variable, string GraphQLType);

internal sealed record EndpointDeclaration(
    Name Name,
    Notes Notes,
    string Method,
    Name Path,
    EquatableArray<ParameterDeclaration> Parameters,
    BodyDeclaration? Body,
    EquatableArray<ResponseDeclaration> Responses,
    GraphQLDeclaration? GraphQL,
    bool ServerOnly,
    bool Navigation,
    bool Idempotent);

internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Variable,

    /// <summary>A mistake that is reported; no rule applies.</summary>
    Unknown,
}

internal sealed record ParameterDeclaration(Name Name, Notes Notes, ParameterPlace In, bool Required, TypeSyntax Type, Name? GraphQLType);

internal sealed record BodyDeclaration(string ContentType, TypeSyntax Type, SourceRange At);

internal sealed record ResponseDeclaration(Name Status, TypeSyntax? Type);

internal sealed record GraphQLDeclaration(string Operation, Name Field, TypeSyntax Result);
