using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads clients and their endpoints (OpenAPI's notions, with GraphQL beside them).</summary>
internal sealed class ClientReader(TypeReader types, DiagnosticBag diagnostics)
{
    private const string DefaultGraphQLPath = "/graphql";

    private static readonly Regex GraphQLName = new("^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant);

    private static readonly Regex GraphQLTypeText = new(
        @"^(\[[_A-Za-z][_0-9A-Za-z]*!?\]|[_A-Za-z][_0-9A-Za-z]*)!?$", RegexOptions.CultureInvariant);

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    private static readonly Regex Status = new("^([1-5][0-9][0-9]|[1-5]XX|default)$", RegexOptions.CultureInvariant);

    private readonly ParameterReader _parameters = new(types, diagnostics);
    private readonly KeyReader _keys = new(diagnostics);
    private readonly PagingReader _paging = new(diagnostics);
    private readonly ContentReader _contents = new(types, diagnostics);

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
        var subscriptionsPath = client.GetName("subscriptionsPath") ?? graphQLPath;
        foreach (var path in new[] { graphQLPath, subscriptionsPath }.Distinct())
        {
            CheckPath(path);
        }

        var keys = _keys.Read(client);
        var endpoints = new List<EndpointDeclaration>();
        foreach (var entry in client.Entries("endpoints", "The endpoint"))
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Endpoint, diagnostics) is { } endpoint)
            {
                endpoints.Add(ReadEndpoint(entry.Name, endpoint, graphQLPath, subscriptionsPath) with { Keys = _keys.ReadUses(endpoint, keys) });
            }
        }

        return new ClientDeclaration(
            name,
            TypeReader.ReadNotes(client),
            IsServerOnly(client),
            ReadCredential(client),
            endpoints.ToEquatableArray())
        {
            Keys = keys,
            Servers = new ServerReader(diagnostics).Read(client),
            IsCredentialOptional = client.Get("credential")?.IsTrue("optional") == true,
        };
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

    private EndpointDeclaration ReadEndpoint(Name name, SchemaObject endpoint, Name graphQLPath, Name subscriptionsPath)
    {
        var graphQL = ReadGraphQL(endpoint, out var arguments);
        var method = graphQL is null ? endpoint.OneOf("method", Methods) : "POST";
        Name? path = graphQL is { IsSubscription: true } ? subscriptionsPath : graphQLPath;
        if (graphQL is null)
        {
            if (!endpoint.MayMean("graphql"))
            {
                endpoint.Require("method", "it is the HTTP method", name.At);
                endpoint.Require("path", "it is the path on the server, for example \"/rows/{rowId}\"", name.At);
            }

            path = endpoint.GetName("path");
            if (path is not null)
            {
                CheckPath(path);
            }
        }
        else
        {
            foreach (var keyword in (string[])["method", "path", "requestBody", "responses", "navigation", "paging"])
            {
                endpoint.Refuse(keyword, "a GraphQL endpoint", "'graphql' says it all");
            }

            if (graphQL.IsSubscription)
            {
                endpoint.Refuse("idempotent", "a subscription", "it begins again whenever the connection was lost");
            }
        }

        var body = ReadBody(endpoint, out var parts);
        var parameters = _parameters.Read(endpoint, arguments, path?.Text ?? "").Concat(parts).ToEquatableArray();
        var declaration = new EndpointDeclaration(
            name,
            TypeReader.ReadNotes(endpoint),
            method,
            path ?? new Name("", name.At),
            parameters,
            body,
            ReadResponses(endpoint),
            graphQL,
            IsServerOnly(endpoint),
            endpoint.IsTrue("navigation"),
            Idempotent: endpoint.Has("idempotent")
                ? endpoint.IsTrue("idempotent")
                : graphQL is null ? method is "GET" or "HEAD" or "PUT" or "DELETE" : graphQL.Operation is "query" or "subscription")
        {
            IsAnonymous = endpoint.IsTrue("anonymous"),
            Paging = endpoint.Get("paging") is { } paging && graphQL is null ? _paging.Read(paging, parameters) : null,
        };
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

        graphQL.Require("operation", "it is 'query', 'mutation' or 'subscription'");
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
            graphQL.OneOf("operation", "query", "mutation", "subscription"),
            field ?? new Name("", graphQL.At),
            graphQL.Get("result") is { } result ? types.Read(result, "result") : new UnknownSyntax(graphQL.At, Notes.None));
    }

    private BodyDeclaration? ReadBody(SchemaObject endpoint, out IReadOnlyList<ParameterDeclaration> parts)
    {
        parts = [];
        if (endpoint.Get("requestBody") is not { } node
            || SchemaObject.Of(node, "requestBody", Keywords.Body, diagnostics) is not { } body)
        {
            return null;
        }

        body.Require("content", "it gives the media type and the schema");
        if (_contents.Read(body) is not { } content)
        {
            return null;
        }

        if (content.Kind == ContentKind.Multipart)
        {
            parts = ReadParts(content.Schema!, _contents.JsonPartsOf(content));
            return null;
        }

        var kind = content.Kind is ContentKind.Events or ContentKind.Lines ? ContentKind.Bytes : content.Kind;
        return new BodyDeclaration(content.ContentType, _contents.TypeOf(content with { Kind = kind }), node.At)
        {
            Kind = kind,
            IsOptional = body.Has("required") && !body.IsTrue("required"),
            Styles = _contents.StylesOf(content),
        };
    }

    /// <summary>Reads the parts of a body, each of which is a parameter of the endpoint.</summary>
    private IReadOnlyList<ParameterDeclaration> ReadParts(JsonNode schema, IReadOnlyCollection<string> jsonParts)
    {
        if (SchemaObject.Of(schema, "schema", Keywords.Type, diagnostics) is not { } form)
        {
            return [];
        }

        if (!form.Has("properties"))
        {
            diagnostics.Add(SchemaDescriptors.UnsupportedHere, schema.At, "This type", "a body of parts", "write an object with properties here, one for each part");
            return [];
        }

        var required = new HashSet<string>((form.Get("required")?.Items ?? []).Select(item => item.Text));
        return form.Entries("properties", "The part")
            .Select(entry => new ParameterDeclaration(
                entry.Name, Notes.None, ParameterPlace.Part, required.Contains(entry.Name.Text), PartOf(entry.Value, entry.Name.Text), null)
            {
                IsJson = jsonParts.Contains(entry.Name.Text),
            })
            .ToList();
    }

    private TypeSyntax PartOf(JsonNode node, string name)
    {
        var file = new ScalarSyntax(node.At, Notes.None, Nullable: false, ScalarKind.File);
        return node.MemberText("format") == "binary" ? file
            : node.Member("items")?.MemberText("format") == "binary" ? new ListSyntax(node.At, Notes.None, Nullable: false, file)
            : types.Read(node, name);
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
                var content = _contents.Read(response);
                responses.Add(new ResponseDeclaration(entry.Name, content is null ? null : _contents.TypeOf(content))
                {
                    Kind = content?.Kind ?? ContentKind.Json,
                    ContentType = content?.ContentType,
                    HasHeaders = response.Has("headers"),
                });
            }
        }

        var kinds = responses.Where(response => IsSuccess(response) && response.Type is not null).ToList();
        foreach (var other in kinds.Where(response => response.Kind != kinds[0].Kind))
        {
            diagnostics.Add(SchemaDescriptors.NotApplicable, other.Status.At, other.Status.Text, "responses", "all successes are of one kind: JSON, text, bytes, events or lines; make an endpoint of its own for the other");
        }

        return responses.ToEquatableArray();
    }

    public static bool IsSuccess(ResponseDeclaration response) => response.Status.Text.StartsWith("2", StringComparison.Ordinal);

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

        endpoint.Refuse("requestBody", "a navigation", "the browser sends none");
        endpoint.Refuse("responses", "a navigation", "the browser gets them");
        endpoint.Refuse("paging", "a navigation", "the browser gets the page");
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
            diagnostics.Add(
                SchemaDescriptors.WrongValue, path.At, "path", "a path that starts with one '/' and has no query", $"'{path.Text}'");
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
}
