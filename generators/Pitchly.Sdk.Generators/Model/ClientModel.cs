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

    /// <summary>Gets the keys: the secrets that identify the client to the server, in addition to the access token.</summary>
    public EquatableArray<KeyModel> Keys { get; init; } = EquatableArray<KeyModel>.Empty;

    public EquatableArray<ServerModel> Servers { get; init; } = EquatableArray<ServerModel>.Empty;

    /// <summary>Gets a value indicating whether the client can be created without an access token.</summary>
    public bool IsCredentialOptional { get; init; }

    /// <summary>
    /// Gets the name of the extension method that registers the client. All these methods are in one namespace, so the name includes the
    /// schema's namespace if several schemas have a client of the same name.
    /// </summary>
    public string RegistrationName { get; init; } = "Add" + Name + "Client";
}

/// <param name="Variable">The GraphQL variable for the token; <see langword="null"/> for the Bearer header.</param>
internal sealed record CredentialModel(string? Variable, string? Scheme);

internal abstract record EndpointModel(string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters)
{
    public string MethodName => Name + "Async";

    /// <summary>Gets a value indicating whether a parameter or the body contains a secret.</summary>
    public bool CarriesSecret { get; init; }

    /// <summary>Gets a value indicating whether the endpoint is called without the access token.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets the names of the keys to send, if the client has them.</summary>
    public EquatableArray<string> Keys { get; init; } = EquatableArray<string>.Empty;
}

/// <param name="WireName">The name by which endpoints refer to the key.</param>
/// <param name="Name">The name of the parameter of the client's constructor.</param>
/// <param name="Summary">The documentation of the parameter.</param>
/// <param name="In">The location of the key in a request.</param>
/// <param name="Carrier">The name of the header, the query parameter, or the cookie.</param>
internal sealed record KeyModel(string WireName, string Name, string Summary, KeyLocation In, string Carrier);

/// <param name="Name">The endpoint's C# name.</param>
/// <param name="Docs">The endpoint's documentation.</param>
/// <param name="Path">The path, with a <c>{name}</c> for each path parameter.</param>
/// <param name="ServerOnly">A value indicating whether only servers may use the endpoint.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Body">The request body, if the endpoint has one.</param>
/// <param name="Result">The result of a success, if there is one.</param>
/// <param name="Failures">The bodies of failures that the schema declares.</param>
/// <param name="Idempotent">A value indicating whether a request may be sent twice (RFC 9110, section 9.2.2).</param>
internal sealed record HttpEndpointModel(
    string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters,
    string Method, BodyModel? Body, ResultModel? Result, EquatableArray<FailureModel> Failures, bool Idempotent)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters)
{
    /// <summary>Gets how the pages of the resulting list are requested; <see langword="null"/> if the result has no pages.</summary>
    public PagingModel? Paging { get; init; }
}

/// <param name="By">The kind of information that locates the next page.</param>
/// <param name="Items">The JSON pointer of the items in a page.</param>
/// <param name="Next">The location of that information: a JSON pointer, the name of a header, or the relation of a link.</param>
/// <param name="Parameter">The query parameter that requests a page.</param>
/// <param name="More">The JSON pointer of the Boolean value that indicates whether another page follows.</param>
/// <param name="Item">The items' type.</param>
internal sealed record PagingModel(PageMark By, string Items, string Next, string Parameter, string More, TypeRef Item);

/// <param name="Type">The result type; <see langword="null"/> if there are only the status code and the headers.</param>
/// <param name="Kind">The kind of content to read.</param>
internal sealed record ResultModel(TypeRef? Type, ContentKind Kind)
{
    /// <summary>Gets the media type to accept; <see langword="null"/> for JSON.</summary>
    public string? Accept { get; init; }

    /// <summary>Gets a value indicating whether the method also returns the status code and the headers.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Gets the result of each status code, if they are not all the same.</summary>
    public EquatableArray<ResultCaseModel> Cases { get; init; } = EquatableArray<ResultCaseModel>.Empty;
}

/// <param name="First">The first status code.</param>
/// <param name="Last">The last status code.</param>
/// <param name="Type">The type of the body, if there is one.</param>
/// <param name="Case">The case of the union of all possible types; <see langword="null"/> if there is only one type.</param>
internal sealed record ResultCaseModel(int First, int Last, TypeRef? Type, string? Case);

/// <param name="Type">The type of a failure's body.</param>
/// <param name="Range">The status codes of the failure; <see langword="null"/> for all.</param>
internal sealed record FailureModel(TypeRef Type, (int First, int Last)? Range);

/// <summary>A URL to send the user's browser to.</summary>
internal sealed record NavigationModel(string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters);

/// <param name="Name">The endpoint's C# name.</param>
/// <param name="Docs">The endpoint's documentation.</param>
/// <param name="Path">The path of the GraphQL endpoint.</param>
/// <param name="ServerOnly">A value indicating whether only servers may use the endpoint.</param>
/// <param name="Parameters">The variables.</param>
/// <param name="OperationName">The operation's name in the GraphQL document.</param>
/// <param name="Field">The root field, which contains the result in <c>data</c>.</param>
/// <param name="Query">The whole GraphQL document.</param>
/// <param name="Result">The type of the field.</param>
/// <param name="Idempotent">A value indicating whether a request may be sent twice.</param>
internal sealed record GraphQLEndpointModel(
    string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters,
    string OperationName, string Field, string Query, TypeRef Result, bool Idempotent)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters)
{
    /// <summary>Gets a value indicating whether the operation is a subscription, which returns results for as long as it is read.</summary>
    public bool IsSubscription { get; init; }
}

internal sealed record ParameterModel(string WireName, string Name, string Summary, ParameterLocation In, TypeRef Type, bool Required)
{
    /// <summary>Gets how the value is written, if it is not plain text in the default style of its location.</summary>
    public StyleDeclaration? Style { get; init; }

    /// <summary>Gets a value indicating whether the parameter is a plain value in a part of a body that is written as JSON.</summary>
    public bool IsJson { get; init; }
}

/// <param name="Name">The C# parameter's name.</param>
/// <param name="Type">The body's type.</param>
/// <param name="Fields">The form's fields; <see langword="null"/> if the body is JSON.</param>
internal sealed record BodyModel(string Name, TypeRef Type, EquatableArray<PropertyModel>? Fields)
{
    public ContentKind Kind { get; init; } = Fields is null ? ContentKind.Json : ContentKind.Form;

    public string ContentType { get; init; } = "application/json";

    /// <summary>Gets a value indicating whether the body is optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Gets the styles of form fields that are lists or objects, by the fields' names.</summary>
    public EquatableArray<(string Field, StyleDeclaration Style)> Styles { get; init; } = EquatableArray<(string, StyleDeclaration)>.Empty;
}
