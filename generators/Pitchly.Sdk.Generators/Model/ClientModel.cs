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

    /// <summary>
    /// The extension that registers it. All of them stand in one namespace, so clients of the same name bear their namespace's too.
    /// </summary>
    public string RegistrationName { get; init; } = "Add" + Name + "Client";
}

/// <param name="Variable">The GraphQL variable that carries the token; <see langword="null"/> for the Bearer header.</param>
internal sealed record CredentialModel(string? Variable);

internal abstract record EndpointModel(string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters)
{
    public string MethodName => Name + "Async";

    /// <summary>A parameter or the body holds a secret.</summary>
    public bool CarriesSecret { get; init; }
}

/// <param name="Name">The endpoint's C# name.</param>
/// <param name="Docs">What it does.</param>
/// <param name="Path">The path, with a <c>{name}</c> for each path parameter.</param>
/// <param name="ServerOnly">It may be used by servers alone.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Body">Its body, if it has one.</param>
/// <param name="Result">What a success brings, if anything.</param>
/// <param name="Failure">What a failure brings, where the schema says so.</param>
/// <param name="Idempotent">It may be sent twice (RFC 9110, section 9.2.2).</param>
internal sealed record HttpEndpointModel(
    string Name, Docs Docs, string Path, bool ServerOnly, EquatableArray<ParameterModel> Parameters,
    string Method, BodyModel? Body, TypeRef? Result, FailureModel? Failure, bool Idempotent)
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters);

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
    : EndpointModel(Name, Docs, Path, ServerOnly, Parameters);

internal sealed record ParameterModel(string WireName, string Name, string Summary, ParameterPlace In, TypeRef Type, bool Required);

/// <param name="Name">The C# parameter's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Fields">The form's fields; <see langword="null"/> where the body is JSON.</param>
internal sealed record BodyModel(string Name, TypeRef Type, EquatableArray<PropertyModel>? Fields);
