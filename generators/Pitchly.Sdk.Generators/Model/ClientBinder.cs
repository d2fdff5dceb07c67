using System.Globalization;
using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

internal sealed class ClientBinder(SchemaLibrary library, TypeBinder types, DiagnosticBag diagnostics)
{
    private static readonly Regex PathPart = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    private readonly SecretSearch _secrets = new(library);

    public ClientModel Bind(ClientDeclaration client)
    {
        var name = NameScope.Choose(client.Name, client.Notes, NameKind.Client, diagnostics);
        var model = new ClientModel(
            name,
            DocsOf.Declaration(client.Notes, $"The client {client.Name.Text}."),
            client.ServerOnly,
            client.Credential is null ? null : new CredentialModel(client.Credential.Variable?.Text),
            EquatableArray<EndpointModel>.Empty);
        types.Declare(model.ClientName, client.Name, NameKind.Client with { What = "the client" });

        var members = new NameScope(model.ClientName, diagnostics, ReservedNames.Members, ReservedNames.ClientMembers);
        return model with { Endpoints = client.Endpoints.Select(endpoint => Bind(endpoint, client, members, name)).ToEquatableArray() };
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
        CheckPath(endpoint);

        if (client.Credential?.Variable is { } variable && endpoint.GraphQL is null)
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, endpoint.Name.At, $"a credential in the variable '{variable.Text}'", "an HTTP endpoint", "put GraphQL endpoints and others into clients of their own");
        }

        if (endpoint.GraphQL is { } graphQL)
        {
            return BindGraphQL(endpoint, graphQL, client, name, docs, parameters, inlineName);
        }

        return endpoint.Navigation
            ? new NavigationModel(name, docs, endpoint.Path.Text, endpoint.ServerOnly, parameters)
            : new HttpEndpointModel(
                name, docs, endpoint.Path.Text, endpoint.ServerOnly, parameters,
                endpoint.Method,
                BindBody(endpoint, parameterNames, inlineName),
                BindResponse(endpoint, success: true, inlineName + "Response"),
                BindFailure(endpoint, inlineName + "Failure"),
                endpoint.Idempotent)
            {
                CarriesSecret = CarriesSecret(endpoint),
            };
    }

    private GraphQLEndpointModel BindGraphQL(
        EndpointDeclaration endpoint, GraphQLDeclaration graphQL, ClientDeclaration client, string name, Docs docs, EquatableArray<ParameterModel> parameters, string inlineName)
    {
        var result = types.Bind(graphQL.Result, inlineName + "Result");
        RefuseConstant(graphQL.Result, result, "a GraphQL result");
        var variables = endpoint.Parameters
            .Where(parameter => parameter.GraphQLType is not null)
            .Select(parameter => (Name: parameter.Name.Text, Type: parameter.GraphQLType!.Text))
            .ToList();
        if (client.Credential?.Variable is { } credential)
        {
            if (variables.Any(variable => variable.Name == credential.Text))
            {
                const string Where = ", as a parameter and as the credential", Cure = "remove the parameter, since the client fills it in";
                diagnostics.Add(SchemaDescriptors.Collision, endpoint.Name.At, $"The variable '{credential.Text}'", Where, Cure);
            }

            variables.Insert(0, (credential.Text, client.Credential!.GraphQLType));
        }

        var declared = variables.Count == 0 ? "" : $"({string.Join(", ", variables.Select(variable => $"${variable.Name}: {variable.Type}"))})";
        var passed = variables.Count == 0 ? "" : $"({string.Join(", ", variables.Select(variable => $"{variable.Name}: ${variable.Name}"))})";
        var selection = new SelectionSet(library, diagnostics).Of(graphQL.Result, graphQL.Result.At);
        var operation = CSharpName.Camel(name);
        if (!Regex.IsMatch(operation, "^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant))
        {
            NameKind.GraphQLEndpoint.Refuse(diagnostics, endpoint.Name, "it is no GraphQL name");
        }

        return new GraphQLEndpointModel(
            name, docs, endpoint.Path.Text, endpoint.ServerOnly, parameters,
            operation,
            graphQL.Field.Text,
            $"{graphQL.Operation} {operation}{declared} {{ {graphQL.Field.Text}{passed}{selection} }}",
            result,
            endpoint.Idempotent)
        {
            CarriesSecret = CarriesSecret(endpoint),
        };
    }

    private ParameterModel Bind(ParameterDeclaration parameter, NameScope names, string inlineName)
    {
        var name = names.Take(parameter.Name, parameter.Notes, NameKind.Parameter);
        var type = types.Bind(parameter.Type, inlineName + CSharpName.Pascal(parameter.Name.Text));
        var textual = type.IsTextual() || (parameter.In == ParameterPlace.Query && type is ListRef list && list.Item.IsTextual() && !list.Item.Nullable);
        if (parameter.In is not (ParameterPlace.Variable or ParameterPlace.Unknown) && !textual)
        {
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, parameter.Type.At, "This type", $"a parameter in '{parameter.In.ToString().ToLowerInvariant()}'", "it has no plain text form; use a string, a number, a boolean, an id or an enum (in a query also a list of these)");
        }

        if (parameter.In == ParameterPlace.Path && type is ConstRef or { Nullable: true })
        {
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, parameter.Type.At, "A constant or nullable type", "a parameter in 'path'", "write a constant into the path itself; every other part of a path must have a value");
        }

        if (parameter.In is ParameterPlace.Path or ParameterPlace.Query && type is ScalarRef { Kind: ScalarKind.Secret })
        {
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, parameter.Type.At, "A secret", "part of a URL", "URLs end up in logs and histories (RFC 9700, section 4.3.2); send it in a header or a form");
        }

        return new ParameterModel(
            parameter.Name.Text,
            CSharpName.Camel(name),
            parameter.Notes.Description ?? parameter.Type.Notes.Description ?? $"The parameter '{parameter.Name.Text}'.",
            parameter.In,
            type,
            parameter.Required && type is not ConstRef);
    }

    private BodyModel? BindBody(EndpointDeclaration endpoint, NameScope names, string inlineName)
    {
        if (endpoint.Body is not { } body)
        {
            return null;
        }

        if (endpoint.Method is "GET" or "HEAD")
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, body.At, "requestBody", $"the method {endpoint.Method}", "such a request has no body (RFC 9110, section 9.3)");
        }

        var name = CSharpName.Camel(names.Take(new Name("request", body.At), Notes.None, NameKind.Body));
        var type = types.Bind(body.Type, inlineName + "Request");
        RefuseConstant(body.Type, type, "a body");
        var isJson = body.ContentType == "application/json" || type is UnknownRef;
        return new BodyModel(name, type, isJson ? null : new FormBinder(library, diagnostics).Bind(body, type));
    }

    private bool CarriesSecret(EndpointDeclaration endpoint) =>
        endpoint.Parameters.Any(parameter => _secrets.Finds(parameter.Type)) || (endpoint.Body is { } body && _secrets.Finds(body.Type));

    private FailureModel? BindFailure(EndpointDeclaration endpoint, string inlineName)
    {
        if (BindResponse(endpoint, success: false, inlineName) is not { } type)
        {
            return null;
        }

        var status = endpoint.Responses.First(response => !ClientReader.IsSuccess(response)).Status.Text;
        return new FailureModel(type, StatusRangeOf(status));
    }

    private static (int First, int Last)? StatusRangeOf(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (code, code)
        : status.EndsWith("XX", StringComparison.Ordinal) ? ((status[0] - '0') * 100, ((status[0] - '0') * 100) + 99)
        : null;

    private TypeRef? BindResponse(EndpointDeclaration endpoint, bool success, string inlineName)
    {
        if (endpoint.Responses.FirstOrDefault(response => ClientReader.IsSuccess(response) == success)?.Type is not { } type)
        {
            return null;
        }

        var bound = types.Bind(type, inlineName);
        RefuseConstant(type, bound, "a response");
        return bound;
    }

    private void CheckPath(EndpointDeclaration endpoint)
    {
        var path = endpoint.Path;
        if (path.Text.Length == 0)
        {
            return;
        }

        var inPath = PathPart.Matches(path.Text).Cast<Match>().Select(match => match.Groups[1].Value).ToList();
        if (PathPart.Replace(path.Text, "").Any(letter => letter is '{' or '}'))
        {
            diagnostics.Add(SchemaDescriptors.PathParameter, path.At, $"The path '{path.Text}' has a brace without its partner");
        }

        var declared = endpoint.Parameters.Where(parameter => parameter.In == ParameterPlace.Path).ToList();
        foreach (var name in inPath.Distinct().Where(name => declared.All(parameter => parameter.Name.Text != name)))
        {
            diagnostics.Add(SchemaDescriptors.PathParameter, path.At, $"The path has '{{{name}}}', but no parameter of that name with \"in\": \"path\"; declare one in 'parameters'");
        }

        foreach (var parameter in declared.Where(parameter => !inPath.Contains(parameter.Name.Text)))
        {
            diagnostics.Add(SchemaDescriptors.PathParameter, parameter.Name.At, $"The parameter '{parameter.Name.Text}' is in the path by its word, but the path '{path.Text}' has no '{{{parameter.Name.Text}}}'");
        }
    }

    private void RefuseConstant(TypeSyntax syntax, TypeRef bound, string place)
    {
        if (bound is ConstRef)
        {
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, syntax.At, "A constant", place, "it would tell nothing; use a string");
        }
    }
}
