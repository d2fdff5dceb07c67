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

    /// <summary>What the server sends by itself, over HTTP; <see langword="null"/> if it sends nothing.</summary>
    public WebhooksDeclaration? Webhooks { get; init; }

    /// <summary>Gets the file's name without what tells its format.</summary>
    public string Stem { get; init; } = "";

    /// <summary>Gets the namespace of the project, below which a document without one has its own.</summary>
    public string RootNamespace { get; init; } = "";

    /// <summary>
    /// It was written in another format: its author knows nothing of C#, so names are chosen and what can't be had is left out.
    /// </summary>
    public bool IsTranslated { get; init; }

    /// <summary>Gets the paths of the other files that it is spread over; a <see cref="SourceRange"/> has the number of its own.</summary>
    public EquatableArray<string> PartPaths { get; init; } = EquatableArray<string>.Empty;

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
    bool Internal)
{
    /// <summary>How messages call their members; <see langword="null"/> if as Pitchly's.</summary>
    public EnvelopeDeclaration? Envelope { get; init; }

    /// <summary>How the platform signs events that come over HTTP; <see langword="null"/> if the schema does not say.</summary>
    public SignatureDeclaration? Signature { get; init; }
}

/// <param name="Name">Whose they are.</param>
/// <param name="Events">What is sent, each with the type of its JSON.</param>
internal sealed record WebhooksDeclaration(Name Name, EquatableArray<EventDeclaration> Events)
{
    /// <summary>How the server signs what it sends; <see langword="null"/> if the schema does not say.</summary>
    public SignatureDeclaration? Signature { get; init; }
}

internal sealed record EventDeclaration(Name Name, Notes Notes, TypeSyntax? Payload, bool Cached, bool Required);

internal sealed record RequestDeclaration(Name Name, Notes Notes, TypeSyntax? Payload, TypeSyntax Reply, Name? Raises, bool Internal);

internal sealed record CommandDeclaration(Name Name, Notes Notes, TypeSyntax? Payload, bool Internal);

internal sealed record ClientDeclaration(
    Name Name,
    Notes Notes,
    bool ServerOnly,
    CredentialDeclaration? Credential,
    EquatableArray<EndpointDeclaration> Endpoints)
{
    /// <summary>The secrets beside the access token by which a server knows the client.</summary>
    public EquatableArray<KeyDeclaration> Keys { get; init; } = EquatableArray<KeyDeclaration>.Empty;

    /// <summary>Where it is found, the usual place first.</summary>
    public EquatableArray<ServerDeclaration> Servers { get; init; } = EquatableArray<ServerDeclaration>.Empty;

    /// <summary>The client may be made without an access token, since there are other ways to be known, or calls that need none.</summary>
    public bool IsCredentialOptional { get; init; }
}

/// <param name="Name">Its name in the document.</param>
/// <param name="Description">What it is.</param>
/// <param name="In">Where it travels.</param>
/// <param name="WireName">The name of the header, the query parameter or the cookie.</param>
internal sealed record KeyDeclaration(Name Name, string? Description, KeyPlace In, string WireName);

internal enum KeyPlace
{
    Header,
    Query,
    Cookie,

    /// <summary>A name and a password in the <c>Authorization</c> header (RFC 7617).</summary>
    Basic,
}

/// <summary>Where the access token travels: the <c>Authorization: Bearer</c> header (RFC 6750) or a GraphQL variable.</summary>
internal sealed record CredentialDeclaration(Name? Variable, string GraphQLType)
{
    /// <summary>Gets the scheme of the Authorization header; <see langword="null"/> for Bearer, and for a variable.</summary>
    public string? Scheme { get; init; }
}

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
    bool Idempotent)
{
    /// <summary>The access token is not sent.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The names of the client's keys that are sent, if the client has them.</summary>
    public EquatableArray<string> Keys { get; init; } = EquatableArray<string>.Empty;

    /// <summary>How the pages of the list that it brings are asked for; <see langword="null"/> if it brings no such list.</summary>
    public PagingDeclaration? Paging { get; init; }
}

/// <param name="By">What tells where the next page is.</param>
/// <param name="Items">The JSON pointer of the items in a page.</param>
/// <param name="Next">Where the mark of the next page stands.</param>
/// <param name="Parameter">The parameter of the query that asks for a page.</param>
/// <param name="More">The JSON pointer of what says whether another page follows.</param>
internal sealed record PagingDeclaration(PageMark By, Name Items, string Next, string Parameter, string More);

/// <summary>What tells where the next page of a list is, by the names of the SDK's <c>PageMark</c>.</summary>
internal enum PageMark
{
    Cursor,
    Item,
    Header,
    Link,
    Url,
    Page,
    Offset,
}

internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,
    Variable,

    /// <summary>A part of a body of several (RFC 7578).</summary>
    Part,

    /// <summary>A mistake that is reported; no rule applies.</summary>
    Unknown,
}

internal sealed record ParameterDeclaration(Name Name, Notes Notes, ParameterPlace In, bool Required, TypeSyntax Type, Name? GraphQLType)
{
    /// <summary>How a value that is no plain text is written; <see langword="null"/> for the style of its place.</summary>
    public StyleDeclaration? Style { get; init; }

    /// <summary>It travels as JSON, whatever its place.</summary>
    public bool IsJson { get; init; }
}

/// <param name="Name">OpenAPI's name of the style.</param>
/// <param name="Explode">Each item or member stands alone.</param>
/// <param name="AllowReserved">Reserved letters are sent as they are.</param>
internal sealed record StyleDeclaration(string Name, bool Explode, bool AllowReserved)
{
    /// <summary>Returns the styles of a place, the default first (OpenAPI 3.1, section 4.8.12.3).</summary>
    public static string[] NamesAt(ParameterPlace place) => place switch
    {
        ParameterPlace.Path => ["simple", "label", "matrix"],
        ParameterPlace.Query => ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        ParameterPlace.Cookie => ["form"],
        _ => ["simple"],
    };
}

internal sealed record BodyDeclaration(string ContentType, TypeSyntax Type, SourceRange At)
{
    public ContentKind Kind { get; init; } = ContentType == "application/json" ? ContentKind.Json : ContentKind.Form;

    /// <summary>It may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How fields of a form that are no plain text are written, by their names.</summary>
    public EquatableArray<(string Field, StyleDeclaration Style)> Styles { get; init; } = EquatableArray<(string, StyleDeclaration)>.Empty;
}

internal sealed record ResponseDeclaration(Name Status, TypeSyntax? Type)
{
    public ContentKind Kind { get; init; } = ContentKind.Json;

    /// <summary>The media type to ask for; <see langword="null"/> for JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>It tells something by its headers too, or by its status alone.</summary>
    public bool HasHeaders { get; init; }
}

internal enum ContentKind
{
    Json,
    Form,

    /// <summary>Parts, each with a media type of its own.</summary>
    Multipart,
    Text,
    Bytes,

    /// <summary>Server-sent events, each with one JSON value.</summary>
    Events,

    /// <summary>One JSON value in each line.</summary>
    Lines,
}

internal sealed record GraphQLDeclaration(string Operation, Name Field, TypeSyntax Result)
{
    public bool IsSubscription => Operation == "subscription";
}
