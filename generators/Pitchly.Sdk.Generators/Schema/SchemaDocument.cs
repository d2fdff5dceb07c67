namespace Pitchly.Generators.Schema;

/// <summary>A schema file as written, with the location of each name. References are not resolved yet.</summary>
internal sealed record SchemaDocument(
    string Path,
    bool IsReference,
    Name Namespace,
    EquatableArray<TypeDeclaration> Types,
    EquatableArray<ChannelDeclaration> Channels,
    EquatableArray<ClientDeclaration> Clients)
{
    /// <summary>Gets the normalized path, by which references in other files find the schema.</summary>
    public string Location { get; } = SchemaPath.Normalize(Path);

    /// <summary>Gets the file's name for messages.</summary>
    public string FileName => SchemaPath.FileName(Path);

    /// <summary>Gets the webhooks, which the server sends over HTTP; <see langword="null"/> if there are none.</summary>
    public WebhooksDeclaration? Webhooks { get; init; }

    /// <summary>Gets the file's name without the suffix of its format.</summary>
    public string Stem { get; init; } = "";

    /// <summary>Gets the project's root namespace. A document without a namespace gets a namespace below it.</summary>
    public string RootNamespace { get; init; } = "";

    /// <summary>
    /// Gets a value indicating whether the document was written in another format. Its author does not choose C# names, so names are chosen
    /// automatically, and unsupported parts are left out.
    /// </summary>
    public bool IsTranslated { get; init; }

    /// <summary>Gets the paths of the document's other files. A <see cref="SourceRange"/> contains the number of its file.</summary>
    public EquatableArray<string> PartPaths { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets a value indicating whether the types are visible only in the project that compiles them.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Gets a value indicating whether the types belong to another project and are not visible outside it.</summary>
    public bool IsHidden => IsReference && IsInternal;

    /// <summary>Gets the schema's id, by which other schemas can refer to it wherever its file is.</summary>
    public Name? Id { get; init; }

    /// <summary>Gets the paths and ids of the referenced schemas, which may include the schema itself.</summary>
    public EquatableArray<string> References { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets a value indicating whether the file is a schema, even if it contains errors.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Gets a name for the file's own classes, to use instead of the file's name.</summary>
    public Name? Title { get; init; }

    /// <summary>
    /// Returns <see langword="true"/> if a reference to this path or id refers to the schema; otherwise, <see langword="false"/>.
    /// </summary>
    public bool IsKnownAs(string pathOrId) => Location == pathOrId || Id?.Text == pathOrId;
}

/// <summary>The annotations that any declaration may have.</summary>
internal sealed record Notes(string? Title, string? Description, bool Deprecated, Name? CSharpName)
{
    public static readonly Notes None = new(null, null, false, null);
}

/// <param name="Name">The type's name in the schema.</param>
/// <param name="Type">The type.</param>
/// <param name="IsGraphQLScalar">A value indicating whether the type is a GraphQL scalar, which has no selection set.</param>
internal sealed record TypeDeclaration(Name Name, TypeSyntax Type, bool IsGraphQLScalar);

internal sealed record ChannelDeclaration(
    Name Name,
    Notes Notes,
    EquatableArray<EventDeclaration> Events,
    EquatableArray<RequestDeclaration> Requests,
    EquatableArray<CommandDeclaration> Commands,
    bool Internal)
{
    /// <summary>Gets the names of the message members; <see langword="null"/> for Pitchly's names.</summary>
    public EnvelopeDeclaration? Envelope { get; init; }

    /// <summary>Gets how the platform signs events over HTTP; <see langword="null"/> if the schema does not declare a signature.</summary>
    public SignatureDeclaration? Signature { get; init; }
}

/// <param name="Name">The name of the webhooks.</param>
/// <param name="Events">The events that the server sends, each with the type of its JSON.</param>
internal sealed record WebhooksDeclaration(Name Name, EquatableArray<EventDeclaration> Events)
{
    /// <summary>Gets how the server signs its requests; <see langword="null"/> if the schema does not declare a signature.</summary>
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
    /// <summary>Gets the keys: the secrets that identify the client to the server, in addition to the access token.</summary>
    public EquatableArray<KeyDeclaration> Keys { get; init; } = EquatableArray<KeyDeclaration>.Empty;

    /// <summary>Gets the servers, the usual one first.</summary>
    public EquatableArray<ServerDeclaration> Servers { get; init; } = EquatableArray<ServerDeclaration>.Empty;

    /// <summary>
    /// Gets a value indicating whether the client can be created without an access token, because other credentials exist or some calls
    /// need none.
    /// </summary>
    public bool IsCredentialOptional { get; init; }
}

/// <param name="Name">The key's name in the document.</param>
/// <param name="Description">The key's description.</param>
/// <param name="In">The location of the key in a request.</param>
/// <param name="WireName">The name of the header, the query parameter, or the cookie.</param>
internal sealed record KeyDeclaration(Name Name, string? Description, KeyLocation In, string WireName);

internal enum KeyLocation
{
    Header,
    Query,
    Cookie,

    /// <summary>A name and a password in the <c>Authorization</c> header (RFC 7617).</summary>
    Basic,
}

/// <summary>
/// The location of the access token in a request: the <c>Authorization: Bearer</c> header (RFC 6750) or a GraphQL variable.
/// </summary>
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
    /// <summary>Gets a value indicating whether the endpoint is called without the access token.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets the names of the client's keys to send, if the client has them.</summary>
    public EquatableArray<string> Keys { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets how the pages of the resulting list are requested; <see langword="null"/> if the result has no pages.</summary>
    public PagingDeclaration? Paging { get; init; }
}

/// <param name="By">The kind of information that locates the next page.</param>
/// <param name="Items">The JSON pointer of the items in a page.</param>
/// <param name="Next">The location of that information: a JSON pointer, the name of a header, or the relation of a link.</param>
/// <param name="Parameter">The query parameter that requests a page.</param>
/// <param name="More">The JSON pointer of the Boolean value that indicates whether another page follows.</param>
internal sealed record PagingDeclaration(PageMark By, Name Items, string Next, string Parameter, string More);

/// <summary>
/// The kinds of information that locate the next page of a list. The names match those of the SDK's <c>PageMark</c>.
/// </summary>
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

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
    Variable,

    /// <summary>A part of a multipart body (RFC 7578).</summary>
    Part,

    /// <summary>An invalid location, which is already reported. No rule applies to it.</summary>
    Unknown,
}

internal sealed record ParameterDeclaration(Name Name, Notes Notes, ParameterLocation In, bool Required, TypeSyntax Type, Name? GraphQLType)
{
    /// <summary>Gets how a value that is not plain text is written; <see langword="null"/> for the default style of its location.</summary>
    public StyleDeclaration? Style { get; init; }

    /// <summary>Gets a value indicating whether the value is written as JSON, whatever its location.</summary>
    public bool IsJson { get; init; }
}

/// <param name="Name">The style's name in OpenAPI.</param>
/// <param name="Explode">A value indicating whether each item or member is written separately.</param>
/// <param name="AllowReserved">A value indicating whether reserved characters are sent without escaping.</param>
internal sealed record StyleDeclaration(string Name, bool Explode, bool AllowReserved)
{
    /// <summary>Returns the styles for a location, the default first (OpenAPI 3.1, section 4.8.12.3).</summary>
    public static string[] NamesAt(ParameterLocation location) => location switch
    {
        ParameterLocation.Path => ["simple", "label", "matrix"],
        ParameterLocation.Query => ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        ParameterLocation.Cookie => ["form"],
        _ => ["simple"],
    };
}

internal sealed record BodyDeclaration(string ContentType, TypeSyntax Type, SourceRange At)
{
    public ContentKind Kind { get; init; } = ContentType == "application/json" ? ContentKind.Json : ContentKind.Form;

    /// <summary>Gets a value indicating whether the body is optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Gets the styles of form fields that are not plain text, by the fields' names.</summary>
    public EquatableArray<(string Field, StyleDeclaration Style)> Styles { get; init; } = EquatableArray<(string, StyleDeclaration)>.Empty;
}

internal sealed record ResponseDeclaration(Name Status, TypeSyntax? Type)
{
    public ContentKind Kind { get; init; } = ContentKind.Json;

    /// <summary>Gets the media type to accept; <see langword="null"/> for JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Gets a value indicating whether the response declares headers. The method then also returns the status code and the headers.
    /// </summary>
    public bool HasHeaders { get; init; }
}

internal enum ContentKind
{
    Json,
    Form,

    /// <summary>Parts, each with its own media type.</summary>
    Multipart,
    Text,
    Bytes,

    /// <summary>Server-sent events, each with one JSON value.</summary>
    Events,

    /// <summary>One JSON value per line.</summary>
    Lines,
}

internal sealed record GraphQLDeclaration(string Operation, Name Field, TypeSyntax Result)
{
    public bool IsSubscription => Operation == "subscription";
}
