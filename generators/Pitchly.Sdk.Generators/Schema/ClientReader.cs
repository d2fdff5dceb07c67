using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads clients and their endpoints (OpenAPI's notions, with GraphQL beside them).</summary>
internal sealed class ClientReader(TypeReader types, DiagnosticBag diagnostics)
{
    private const string DefaultGraphQLPath = "/graphql";

    private static readonly Regex GraphQLName = new("^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant);

    private static readonly Regex GraphQLTypeText = new(@"^(\[[_A-Za-z][_0-9A-Za-z]*!?\]|[_A-Za-z][_0-9A-Za-z]*)!?$", RegexOptions.CultureInvariant);

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    private static readonly string[] ContentTypes = ["application/json", "application/x-www-form-urlencoded"];

    private static readonly Regex Status = new("^([1-5][0-9][0-9]|[1-5]XX|default)$", RegexOptions.CultureInvariant);

    public EquatableArray<ClientDeclaration> Read(SchemaObject? root)
    {
        var clients = new List<ClientDeclaration>();
        foreach (var entry in root?.Entries("clients", "The client") ?? [])
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Client, diagnostics) is { } client)
            {
                clients.Add(ReadClient(entry.Name, client));
            }
        }

        return clients.ToEquatableArray();
    }

    private ClientDeclaration ReadClient(Name name, SchemaObject client)
    {
        var graphQLPath = client.GetName("graphqlPath") ?? new Name(DefaultGraphQLPath, client.At);
        CheckPath(graphQLPath);
        var endpoints = new List<EndpointDeclaration>();
        foreach (var entry in client.Entries("endpoints", "The endpoint"))
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Endpoint, diagnostics) is { } endpoint)
            {
                endpoints.Add(ReadEndpoint(entry.Name, endpoint, graphQLPath));
            }
        }

        return new ClientDeclaration(
            name,
            TypeReader.ReadNotes(client),
            IsServerOnly(client),
            ReadCredential(client),
            endpoints.ToEquatableArray());
    }

    private CredentialDeclaration? ReadCredential(SchemaObject client)
    {
        if (client.Get("credential") is not { } node
            || SchemaObject.Of(node, "credential", Keywords.Credential, diagnostics) is not { } credential)
        {
            return null;
        }

        if (credential.OneOf("in", "header", "variable") == "header")
        {
            return new CredentialDeclaration(null, "");
        }

        var name = credential.Require("name", "it is the name of the variable that carries the token");
        var type = credential.Require("type", "it is the variable's GraphQL type, for example \"String!\"");
        CheckGraphQL(GraphQLName, name, "name", "a GraphQL name");
        CheckGraphQL(GraphQLTypeText, type, "type", "a GraphQL type, for example 'String!'");
        return new CredentialDeclaration(name, type?.Text ?? "");
    }

    private EndpointDeclaration ReadEndpoint(Name name, SchemaObject endpoint, Name graphQLPath)
    {
        var graphQL = ReadGraphQL(endpoint, out var arguments);
        var method = graphQL is null ? endpoint.OneOf("method", Methods) : "POST";
        var path = graphQLPath;
        if (graphQL is null)
        {
            endpoint.Require("method", "it is the HTTP method", name.At);
            path = endpoint.Require("path", "it is the path on the server, for example \"/rows/{rowId}\"", name.At) ?? new Name("/", name.At);
            CheckPath(path);
        }
        else
        {
            foreach (var keyword in (string[])["method", "path", "requestBody", "responses", "navigation"])
            {
                Refuse(endpoint, keyword, "a GraphQL endpoint", "'graphql' says it all");
            }
        }

        var parameters = ReadParameters(endpoint, arguments);
        var declaration = new EndpointDeclaration(
            name,
            TypeReader.ReadNotes(endpoint),
            method,
            path,
            parameters,
            ReadBody(endpoint),
            ReadResponses(endpoint),
            graphQL,
            IsServerOnly(endpoint),
            endpoint.IsTrue("navigation"),
            Idempotent: endpoint.Has("idempotent")
                ? endpoint.IsTrue("idempotent")
                : graphQL is null ? method is "GET" or "HEAD" or "PUT" or "DELETE" : graphQL.Operation == "query");
        CheckNavigation(endpoint, declaration);
        return declaration;
    }

    private GraphQLDeclaration? ReadGraphQL(SchemaObject endpoint, out IReadOnlyDictionary<string, JsonMember>? arguments)
    {
        arguments = null;
        if (endpoint.Get("graphql") is not { } node
            || SchemaObject.Of(node, "graphql", Keywords.GraphQL, diagnostics) is not { } graphQL)
        {
            return null;
        }

        graphQL.Require("operation", "it is 'query' or 'mutation'");
        var field = graphQL.Require("field", "it is the field of the operation's root");
        graphQL.Require("result", "it is the type of the field, from which the selection set follows");
        CheckGraphQL(GraphQLName, field, "field", "a GraphQL name");
        arguments = graphQL.Entries("arguments", "The argument").ToDictionary(entry => entry.Name.Text);
        foreach (var argument in arguments.Values)
        {
            CheckGraphQL(GraphQLName, argument.Name, "an argument's name", "a GraphQL name");
            if (argument.Value.Kind != JsonKinds.String)
            {
                diagnostics.Add(SchemaDescriptors.WrongValue, argument.Value.At, argument.Name.Text, "a GraphQL type, for example \"ID!\"", Say.Kinds(argument.Value.Kind));
            }
            else
            {
                CheckGraphQL(GraphQLTypeText, new Name(argument.Value.Text, argument.Value.At), argument.Name.Text, "a GraphQL type, for example 'ID!'");
            }
        }

        return new GraphQLDeclaration(
            graphQL.OneOf("operation", "query", "mutation"),
            field ?? new Name("", graphQL.At),
            graphQL.Get("result") is { } result ? types.Read(result, "result") : new UnknownSyntax(graphQL.At, Notes.None));
    }

    private EquatableArray<ParameterDeclaration> ReadParameters(SchemaObject endpoint, IReadOnlyDictionary<string, JsonMember>? arguments)
    {
        var parameters = new List<ParameterDeclaration>();
        foreach (var node in endpoint.Get("parameters")?.Items ?? [])
        {
            if (SchemaObject.Of(node, "a parameter", Keywords.Parameter, diagnostics) is { } parameter
                && parameter.Require("name", "it is the name on the wire") is { } name)
            {
                parameters.Add(ReadParameter(parameter, name, arguments));
            }
        }

        foreach (var twice in parameters.GroupBy(parameter => (parameter.In, parameter.Name.Text)).SelectMany(group => group.Skip(1)).ToList())
        {
            diagnostics.Add(SchemaDescriptors.Collision, twice.Name.At, $"The parameter '{twice.Name.Text}'", "", "remove one");
            parameters.Remove(twice);
        }

        foreach (var argument in arguments?.Values.Where(argument => parameters.All(parameter => parameter.Name.Text != argument.Name.Text)) ?? [])
        {
            diagnostics.Add(SchemaDescriptors.PathParameter, argument.Name.At, $"The argument '{argument.Name.Text}' has no parameter; declare one of that name in 'parameters'");
        }

        return parameters.ToEquatableArray();
    }

    private ParameterDeclaration ReadParameter(SchemaObject parameter, Name name, IReadOnlyDictionary<string, JsonMember>? arguments)
    {
        parameter.Require("schema", "it is the parameter's type");
        var type = parameter.Get("schema") is { } schema ? types.Read(schema, "schema") : new UnknownSyntax(parameter.At, Notes.None);
        var notes = TypeReader.ReadNotes(parameter);
        if (arguments is null)
        {
            parameter.Require("in", "it is 'path', 'query' or 'header'");
            var place = parameter.OneOf("in", "query", "path", "header") switch
            {
                "path" => ParameterPlace.Path,
                "header" => ParameterPlace.Header,
                _ => ParameterPlace.Query,
            };
            if (place == ParameterPlace.Header && !Regex.IsMatch(name.Text, "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant))
            {
                diagnostics.Add(SchemaDescriptors.WrongValue, name.At, "name", "the name of a header (RFC 9110, section 5.1)", $"'{name.Text}'");
            }

            return new ParameterDeclaration(name, notes, place, place == ParameterPlace.Path || parameter.IsTrue("required"), type, null);
        }

        Refuse(parameter, "in", "a parameter of a GraphQL endpoint", "all of them are variables; leave it out");
        Refuse(parameter, "required", "a parameter of a GraphQL endpoint", "the '!' of its GraphQL type says so; leave it out");
        if (!arguments.TryGetValue(name.Text, out var argument))
        {
            diagnostics.Add(SchemaDescriptors.PathParameter, name.At, $"The parameter '{name.Text}' is no argument of the GraphQL field; add it with its type to 'arguments'");
            return new ParameterDeclaration(name, notes, ParameterPlace.Variable, false, type, name);
        }

        var graphQLType = new Name(argument.Value.Text, argument.Value.At);
        return new ParameterDeclaration(name, notes, ParameterPlace.Variable, graphQLType.Text.EndsWith("!", StringComparison.Ordinal), type, graphQLType);
    }

    private BodyDeclaration? ReadBody(SchemaObject endpoint)
    {
        if (endpoint.Get("requestBody") is not { } node
            || SchemaObject.Of(node, "requestBody", Keywords.Body, diagnostics) is not { } body)
        {
            return null;
        }

        body.Require("content", "it gives the media type and the schema");
        return ReadContent(body, ContentTypes) is { } content
            ? new BodyDeclaration(content.ContentType, content.Type, node.At)
            : null;
    }

    private EquatableArray<ResponseDeclaration> ReadResponses(SchemaObject endpoint)
    {
        var responses = new List<ResponseDeclaration>();
        foreach (var entry in endpoint.Entries("responses", "The response"))
        {
            if (!Status.IsMatch(entry.Name.Text))
            {
                diagnostics.Add(SchemaDescriptors.WrongValue, entry.Name.At, "a response's status", "a code such as 200, a range such as 4XX, or 'default'", $"'{entry.Name.Text}'");
            }

            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Response, diagnostics) is { } response)
            {
                responses.Add(new ResponseDeclaration(entry.Name, ReadContent(response, ["application/json"])?.Type));
            }
        }

        foreach (var extra in responses.Where(IsSuccess).Skip(1).Concat(responses.Where(response => !IsSuccess(response)).Skip(1)))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, extra.Status.At, extra.Status.Text, "responses", "one success and one failure can be told; describe the others by the range or by 'default'");
        }

        return responses.ToEquatableArray();
    }

    public static bool IsSuccess(ResponseDeclaration response) => response.Status.Text.StartsWith("2", StringComparison.Ordinal);

    private (string ContentType, TypeSyntax Type)? ReadContent(SchemaObject owner, string[] contentTypes)
    {
        var entries = owner.Entries("content", "The media type").ToList();
        foreach (var entry in entries.Skip(1))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, entry.Name.At, entry.Name.Text, "content", "one media type can be given");
        }

        if (entries.Count == 0)
        {
            return null;
        }

        var (name, node) = (entries[0].Name, entries[0].Value);
        if (!contentTypes.Contains(name.Text))
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, name.At, "a media type", Say.OneOf(contentTypes), $"'{name.Text}'");
        }

        if (SchemaObject.Of(node, name.Text, Keywords.MediaType, diagnostics) is not { } media)
        {
            return null;
        }

        media.Require("schema", "it is the type of the content");
        return media.Get("schema") is { } schema ? (name.Text, types.Read(schema, "schema")) : null;
    }

    private bool IsServerOnly(SchemaObject owner) => owner.OneOf("audience", "any", "server") == "server";

    private void CheckNavigation(SchemaObject endpoint, EndpointDeclaration declaration)
    {
        if (!declaration.Navigation)
        {
            return;
        }

        if (declaration.Method != "GET")
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, endpoint.Get("method")?.At ?? declaration.Name.At, "method", "'GET' where 'navigation' is true", $"'{declaration.Method}'");
        }

        Refuse(endpoint, "requestBody", "a navigation", "the browser sends none");
        Refuse(endpoint, "responses", "a navigation", "the browser gets them");
        foreach (var header in declaration.Parameters.Where(parameter => parameter.In == ParameterPlace.Header))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, header.Name.At, header.Name.Text, "a navigation", "the browser sends no header of yours; put it into the query");
        }
    }

    private void CheckPath(Name path)
    {
        var startsRight = path.Text.StartsWith("/", StringComparison.Ordinal) && !path.Text.StartsWith("//", StringComparison.Ordinal);
        if (!startsRight || path.Text.Any(letter => letter is '?' or '#' or '\\' || letter <= ' ' || letter > '~'))
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, path.At, "path", "a path that starts with one '/' and has no query", $"'{path.Text}'");
        }
        else if (path.Text.Split('/').FirstOrDefault(segment => segment is "." or "..") is { } dots)
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, path.At, "path", $"a path with no segment '{dots}', which would lead to another path", $"'{path.Text}'");
        }
    }

    private void CheckGraphQL(Regex form, Name? text, string keyword, string what)
    {
        if (text is not null && !form.IsMatch(text.Text))
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, text.At, keyword, what, $"'{text.Text}'");
        }
    }

    private void Refuse(SchemaObject owner, string keyword, string what, string advice)
    {
        if (owner.Get(keyword) is { } node)
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, node.At, keyword, what, advice);
        }
    }
}
