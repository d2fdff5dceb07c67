using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads clients and their endpoints, which follow OpenAPI, with GraphQL in addition.</summary>
internal sealed class ClientReader(TypeReader types, DiagnosticBag diagnostics)
{
    private const string DefaultGraphQLPath = "/graphql";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    private static readonly Regex Status = new("^([1-5][0-9][0-9]|[1-5]XX|default)$", RegexOptions.CultureInvariant);

    private readonly ParameterReader _parameters = new(types, diagnostics);
    private readonly KeyReader _keys = new(diagnostics);
    private readonly PagingReader _paging = new(diagnostics);
    private readonly ContentReader _contents = new(types, diagnostics);
    private readonly BodyReader _bodies = new(types, diagnostics);
    private readonly GraphQLReader _graphQL = new(types, diagnostics);

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
                endpoints.Add(ReadEndpoint(entry.Name, endpoint, graphQLPath, subscriptionsPath) with
                {
                    Keys = _keys.ReadUses(endpoint, keys)
                });
            }
        }

        return new ClientDeclaration(
            name,
            client.ReadNotes(),
            IsServerOnly(client),
            _graphQL.ReadCredential(client),
            endpoints.ToEquatableArray())
        {
            Keys = keys,
            Servers = new ServerReader(diagnostics).Read(client),
            IsCredentialOptional = client.Get("credential")?.IsTrue("optional") == true,
        };
    }

    private EndpointDeclaration ReadEndpoint(Name name, SchemaObject endpoint, Name graphQLPath, Name subscriptionsPath)
    {
        var graphQL = _graphQL.Read(endpoint, out var arguments);
        var method = graphQL is null ? endpoint.OneOf("method", Methods) : "POST";
        Name? path = graphQL is { IsSubscription: true } ? subscriptionsPath : graphQLPath;
        if (graphQL is null)
        {
            if (!endpoint.MayBeMisspelled("graphql"))
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
                endpoint.Refuse(keyword, "a GraphQL endpoint", "leave it out, since 'graphql' describes the request");
            }

            if (graphQL.IsSubscription)
            {
                endpoint.Refuse("idempotent", "a subscription", "leave it out, since it restarts whenever the connection is lost");
            }
        }

        var body = _bodies.Read(endpoint, out var parts);
        var parameters = _parameters.Read(endpoint, arguments, path?.Text ?? "").Concat(parts).ToEquatableArray();
        var declaration = new EndpointDeclaration(
            name,
            endpoint.ReadNotes(),
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

    private EquatableArray<ResponseDeclaration> ReadResponses(SchemaObject endpoint)
    {
        var responses = new List<ResponseDeclaration>();
        foreach (var entry in endpoint.Entries("responses", "The response"))
        {
            if (!Status.IsMatch(entry.Name.Text))
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue,
                    entry.Name.At,
                    "The status of a response",
                    "a code such as 200, a range such as 4XX, or 'default'",
                    $"'{entry.Name.Text}'");
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
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                other.Status.At,
                other.Status.Text,
                "responses",
                "all successful responses have the same kind of content: JSON, text, bytes, events or lines; declare a separate endpoint "
                    + "for the other");
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
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                endpoint.Get("method")?.At ?? declaration.Name.At,
                "'method'",
                "'GET' if 'navigation' is true",
                $"'{declaration.Method}'");
        }

        endpoint.Refuse("requestBody", "a navigation", "the browser sends no body");
        endpoint.Refuse("responses", "a navigation", "the browser receives the response");
        endpoint.Refuse("paging", "a navigation", "the browser receives the page");
        foreach (var header in declaration.Parameters.Where(parameter => parameter.In == ParameterLocation.Header))
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                header.Name.At,
                header.Name.Text,
                "a navigation",
                "the browser does not send custom headers; put it into the query");
        }
    }

    private void CheckPath(Name path)
    {
        var startsRight = path.Text.StartsWith("/", StringComparison.Ordinal) && !path.Text.StartsWith("//", StringComparison.Ordinal);
        if (!startsRight || path.Text.Any(letter => letter is '?' or '#' or '\\' || letter <= ' ' || letter > '~'))
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue, path.At, "'path'", "a path that starts with one '/' and has no query", $"'{path.Text}'");
        }
        else if (path.Text.Split('/').FirstOrDefault(segment => segment is "." or "..") is { } dots)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                path.At,
                "'path'",
                $"a path without the segment '{dots}', which would lead to another path",
                $"'{path.Text}'");
        }
    }
}
