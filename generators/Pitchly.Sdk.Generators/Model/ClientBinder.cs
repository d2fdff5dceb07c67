using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

internal sealed class ClientBinder(SchemaLibrary library, TypeBinder types, DiagnosticBag diagnostics)
{
    private readonly SecretSearch _secrets = new(library);
    private readonly ResultBinder _results = new(library, types, diagnostics);
    private readonly GraphQLBinder _graphQL = new(library, types, diagnostics);
    private readonly PagingBinder _paging = new(library.Document, types, diagnostics);

    public ClientModel Bind(ClientDeclaration client)
    {
        var name = NameScope.Choose(client.Name, client.Notes, NameKind.Client, diagnostics);
        var model = new ClientModel(
            name,
            DocsOf.Declaration(client.Notes, $"The client {client.Name.Text}."),
            client.ServerOnly,
            client.Credential is null ? null : new CredentialModel(client.Credential.Variable?.Text, client.Credential.Scheme),
            EquatableArray<EndpointModel>.Empty)
        {
            Keys = BindKeys(client),
            Servers = ServerBinder.Bind(client.Servers),
            IsCredentialOptional = client.IsCredentialOptional,
        };
        types.Declare(model.ClientName, client.Name, NameKind.Client with { What = "the client" });

        var members = new NameScope(model.ClientName, diagnostics, ReservedNames.Members, ReservedNames.ClientMembers);
        return model with { Endpoints = client.Endpoints.Select(endpoint => Bind(endpoint, client, members, name)).ToEquatableArray() };
    }

    private static EquatableArray<KeyModel> BindKeys(ClientDeclaration client)
    {
        var names = new ParameterNames("http", "tokens", "options", "services");
        return client.Keys
            .Select(key => new KeyModel(
                key.Name.Text, names.Take(key.Name.Text, "Key"), key.Description ?? $"The security scheme '{key.Name.Text}'.", key.In,
                key.WireName))
            .ToEquatableArray();
    }

    private EndpointModel Bind(EndpointDeclaration endpoint, ClientDeclaration client, NameScope members, string clientName)
    {
        var name = endpoint.Navigation
            ? members.Take(endpoint.Name, endpoint.Notes, NameKind.Endpoint, suffix: "Uri")
            : members.Take(endpoint.Name, endpoint.Notes, NameKind.Endpoint, suffix: "Async");
        var inlineName = clientName + name;
        var docs = DocsOf.Declaration(endpoint.Notes, $"The endpoint '{endpoint.Name.Text}'.");
        var parameterNames = new NameScope("", diagnostics);
        var parameters = endpoint.Parameters
            .Select(parameter => Bind(parameter, parameterNames, inlineName))
            .OrderBy(parameter => !parameter.Required)
            .ToEquatableArray();
        PathCheck.Check(endpoint, diagnostics);

        if (client.Credential?.Variable is { } variable && endpoint.GraphQL is null)
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                endpoint.Name.At,
                $"a credential in the variable '{variable.Text}'",
                "an HTTP endpoint",
                "declare separate clients for GraphQL endpoints and HTTP endpoints");
        }

        if (endpoint.GraphQL is { } graphQL)
        {
            return _graphQL.Bind(endpoint, graphQL, client, name, docs, parameters, inlineName) with
            {
                CarriesSecret = CarriesSecret(endpoint)
            };
        }

        return endpoint.Navigation
            ? new NavigationModel(name, docs, endpoint.Path.Text, endpoint.ServerOnly, parameters)
            : new HttpEndpointModel(
                name, docs, endpoint.Path.Text, endpoint.ServerOnly, parameters,
                endpoint.Method,
                BindBody(endpoint, parameterNames, inlineName),
                _results.Bind(endpoint, inlineName),
                _results.BindFailures(endpoint, inlineName + "Failure"),
                endpoint.Idempotent)
            {
                CarriesSecret = CarriesSecret(endpoint),
                IsAnonymous = endpoint.IsAnonymous && client.Credential is not null,
                Keys = endpoint.Keys,
                Paging = _paging.Bind(endpoint, inlineName + "Response"),
            };
    }

    private ParameterModel Bind(ParameterDeclaration parameter, NameScope names, string inlineName)
    {
        var name = names.Take(parameter.Name, parameter.Notes, NameKind.Parameter);
        var type = types.Bind(parameter.Type, inlineName + CSharpName.Pascal(parameter.Name.Text));
        if (parameter.In == ParameterLocation.Path && library.Document.IsTranslated && type is not AnyRef)
        {
            type = type with { Nullable = false };
        }

        var style = StyleOf(parameter, type);
        var isPlain = type.IsTextual() || IsListOfQuery(parameter, type) || style is not null || parameter.In == ParameterLocation.Part;
        if (parameter.In is not (ParameterLocation.Variable or ParameterLocation.Unknown) && !isPlain)
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere, parameter.Type.At, "This type",
                $"a parameter in '{parameter.In.ToString().ToLowerInvariant()}'",
                "it has no plain text form; give the parameter a 'style', or use a string, a number, a boolean, an id or an enum (in a "
                    + "query also a list of these)");
        }

        if (parameter.In == ParameterLocation.Path && type is ConstRef or { Nullable: true })
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere,
                parameter.Type.At,
                "A constant or nullable type",
                "a parameter in 'path'",
                "write a constant in the path itself; every other part of a path must have a value");
        }

        var isInUrl = parameter.In is ParameterLocation.Path or ParameterLocation.Query;
        if (isInUrl && type is ScalarRef { Kind: ScalarKind.Secret } && !library.Document.IsTranslated)
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere,
                parameter.Type.At,
                "A secret",
                "part of a URL",
                "URLs are stored in logs and browser histories (RFC 9700, section 4.3.2); send it in a header or a form");
        }

        return new ParameterModel(
            parameter.Name.Text,
            CSharpName.Camel(name),
            parameter.Notes.Description ?? parameter.Type.Notes.Description ?? $"The parameter '{parameter.Name.Text}'.",
            parameter.In,
            type,
            parameter.Required && type is not ConstRef)
        {
            Style = style,
            IsJson = parameter.IsJson,
        };
    }

    /// <summary>
    /// Returns <see langword="true"/> if the parameter is a list of plain values in a query, which is written as one parameter for each
    /// item by default; otherwise, <see langword="false"/>.
    /// </summary>
    private static bool IsListOfQuery(ParameterDeclaration parameter, TypeRef type) =>
        parameter.In == ParameterLocation.Query && type is ListRef { Item: { Nullable: false } item } && item.IsTextual();

    /// <summary>
    /// Returns the style of a value that is not plain text, or of plain text that is not written in the default way of its location.
    /// </summary>
    private StyleDeclaration? StyleOf(ParameterDeclaration parameter, TypeRef type)
    {
        if (parameter.In is ParameterLocation.Part or ParameterLocation.Variable or ParameterLocation.Unknown || type is UnknownRef)
        {
            return null;
        }

        if (parameter.IsJson)
        {
            return new StyleDeclaration("json", false, false);
        }

        var style = parameter.Style ?? (
            library.Document.IsTranslated || parameter.In == ParameterLocation.Cookie ? DefaultStyle(parameter.In) : null);
        var isWrittenOtherwise = style is { AllowReserved: true } or { Name: "label" or "matrix" }
            || parameter.In == ParameterLocation.Cookie;
        var isPlainList = IsListOfQuery(parameter, type) && style is null or { Name: "form", Explode: true };
        var isPlain = type.IsTextual() || isPlainList;
        return isWrittenOtherwise || !isPlain ? style : null;
    }

    private static StyleDeclaration DefaultStyle(ParameterLocation location) =>
        location is ParameterLocation.Query or ParameterLocation.Cookie ? new StyleDeclaration("form", true, false) : new StyleDeclaration(
            "simple", false, false);

    private BodyModel? BindBody(EndpointDeclaration endpoint, NameScope names, string inlineName)
    {
        if (endpoint.Body is not { } body)
        {
            return null;
        }

        if (endpoint.Method is "GET" or "HEAD" && !library.Document.IsTranslated)
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                body.At,
                "requestBody",
                $"the method {endpoint.Method}",
                "such a request has no body (RFC 9110, section 9.3)");
        }

        var name = CSharpName.Camel(names.Take(new Name("request", body.At), Notes.None, NameKind.Body));
        var type = types.Bind(body.Type, inlineName + "Request");
        ResultBinder.RefuseConstant(body.Type, type, "a body", diagnostics);
        var isForm = body.Kind == ContentKind.Form && type is not UnknownRef;
        return new BodyModel(name, type, isForm ? new FormBinder(library, diagnostics).Bind(body, type) : null)
        {
            Kind = body.Kind,
            ContentType = body.ContentType,
            IsOptional = body.IsOptional,
            Styles = body.Styles,
        };
    }

    private bool CarriesSecret(EndpointDeclaration endpoint) =>
        endpoint.Parameters.Any(parameter => _secrets.Finds(parameter.Type)) || (endpoint.Body is { } body && _secrets.Finds(body.Type));
}
