using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

internal sealed record ClientModel(
    string Name,
    Docs Docs,
    bool ServerOnly,
    CredentialModel? Credential,
    EquatableArray<EndpointModel> Endpoints)
{
    public string ClientName => Name + "Client";

    /// <summary>The secrets beside the access token by which a server knows the client.</summary>
    public EquatableArray<KeyModel> Keys { get; init; } = EquatableArray<KeyModel>.Empty;

    public EquatableArray<ServerModel> Servers { get; init; } = EquatableArray<ServerModel>.Empty;

    /// <summary>It may be made without an access token.</summary>
    public bool IsCredentialOptional { get; init; }

    /// <summary>
    /// The extension that registers it. All of them stand in one namespace, so clients of the same name bear their namespace's too.
    /// </summary>
    public string RegistrationName { get; init; } = "Add" + Name + "Client";
}

/// <param name="Variable">The GraphQL variable that carries the token; <see langword="null"/> for the Bearer header.</param>
internal sealed record CredentialModel(string? Variable, string? Scheme);

internal abstract record EndpointModel(string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters)
{
    public string MethodName => Name + "Async";

    /// <summary>A parameter or the body holds a secret.</summary>
    public bool CarriesSecret { get; init; }

    /// <summary>The access token is not sent.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The names of the keys that are sent, if the client has them.</summary>
    public EquatableArray<string> Keys { get; init; } = EquatableArray<string>.Empty;
}

/// <param name="WireName">The name by which endpoints ask for it.</param>
/// <param name="Name">The name of the parameter of the client's constructor.</param>
/// <param name="Summary">What it is.</param>
/// <param name="In">Where it travels.</param>
/// <param name="Carrier">The name of the header, the query parameter or the cookie.</param>
internal sealed record KeyModel(string WireName, string Name, string Summary, KeyPlace In, string Carrier);

/// <param name="Name">The endpoint's C# name.</param>
/// <param name="Docs">What it does.</param>
/// <param name="Path">The path, with a <c>{name}</c> for each path parameter.</param>
/// <param name="ServerOnly">It may be used by servers alone.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Body">Its body, if it has one.</param>
/// <param name="Result">What a success brings, if anything.</param>
/// <param name="Failures">What failures bring, where the schema says so.</param>
/// <param name="Idempotent">It may be sent twice (RFC 9110, section 9.2.2).</param>
internal sealed record HttpEndpointModel(
    string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters,
    string Method, BodyModel? Body, ResultModel? Result, EquatableArray<FailureModel> Failures, bool Idempotent)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters)
{
    /// <summary>How the pages of the list that it brings are asked for.</summary>
    public PagingModel? Paging { get; init; }
}

/// <param name="By">What tells where the next page is.</param>
/// <param name="Items">The JSON pointer of the items in a page.</param>
/// <param name="Next">Where the mark of the next page stands.</param>
/// <param name="Parameter">The parameter of the query that asks for a page.</param>
/// <param name="More">The JSON pointer of what says whether another page follows.</param>
/// <param name="Item">The items' type.</param>
internal sealed record PagingModel(PageMark By, string Items, string Next, string Parameter, string More, TypeRef Item);

/// <param name="Type">What comes; <see langword="null"/> where the status and the headers are all.</param>
/// <param name="Kind">What it is read as.</param>
internal sealed record ResultModel(TypeRef? Type, ContentKind Kind)
{
    /// <summary>The media type to ask for; <see langword="null"/> for JSON.</summary>
    public string? Accept { get; init; }

    /// <summary>The status and the headers are given too.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What each status brings, where that is not the same for all.</summary>
    public EquatableArray<ResultCaseModel> Cases { get; init; } = EquatableArray<ResultCaseModel>.Empty;
}

/// <param name="First">The first status.</param>
/// <param name="Last">The last status.</param>
/// <param name="Type">What it brings, if anything.</param>
/// <param name="Case">The case of the union of all that may come; <see langword="null"/> if there is but one type.</param>
internal sealed record ResultCaseModel(int First, int Last, TypeRef? Type, string? Case);

/// <param name="Type">What the body of a failure is.</param>
/// <param name="Range">The statuses that it comes with; <see langword="null"/> for all.</param>
internal sealed record FailureModel(TypeRef Type, (int First, int Last)? Range);

/// <summary>A URL to send the user's browser to.</summary>
internal sealed record NavigationModel(string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters);

/// <param name="Name">The endpoint's C# name.</param>
/// <param name="Docs">What it does.</param>
/// <param name="Path">The path of the GraphQL endpoint.</param>
/// <param name="ServerOnly">It may be used by servers alone.</param>
/// <param name="Parameters">Its variables.</param>
/// <param name="OperationName">The operation's name in its document.</param>
/// <param name="Field">The field of the root, under which <c>data</c> brings the result.</param>
/// <param name="Query">The whole document.</param>
/// <param name="Result">The type of the field.</param>
/// <param name="Idempotent">It may be sent twice.</param>
internal sealed record GraphQLEndpointModel(
    string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters,
    string OperationName, string Field, string Query, TypeRef Result, bool Idempotent)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters)
{
    /// <summary>It brings results for as long as it is read.</summary>
    public bool IsSubscription { get; init; }
}

internal sealed record ParameterModel(string WireName, string Name, string Summary, ParameterPlace In, TypeRef Type, bool Required)
{
    /// <summary>How it is written, where it is more than a plain text in the way of its place.</summary>
    public StyleDeclaration? Style { get; init; }

    /// <summary>A part of a body that is JSON, though it is a plain value.</summary>
    public bool IsJson { get; init; }
}

/// <param name="Name">The C# parameter's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Fields">The form's fields; <see langword="null"/> where the body is JSON.</param>
internal sealed record BodyModel(string Name, TypeRef Type, EquatableArray<PropertyModel>? Fields)
{
    public ContentKind Kind { get; init; } = Fields is null ? ContentKind.Json : ContentKind.Form;

    public string ContentType { get; init; } = "application/json";

    /// <summary>It may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>How fields of a form that are lists or objects are written, by their names.</summary>
    public EquatableArray<(string Field, StyleDeclaration Style)> Styles { get; init; } = EquatableArray<(string, StyleDeclaration)>.Empty;
}
