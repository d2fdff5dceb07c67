using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Emit;

/// <summary>Emits a client: one method for each endpoint.</summary>
internal sealed class ClientEmitter(ClientModel client, TypeText types)
{
    private const string ServiceProvider = Known.ServiceProviderServiceExtensions;

    private readonly HttpEndpointEmitter _http = new(types);
    private readonly GraphQLEndpointEmitter _graphQL = new(client, types);

    public void Emit(CodeWriter code)
    {
        if (client.ServerOnly)
        {
            code.Line($"[{Known.ServerOnlyAttribute}]");
        }

        code.Block($"{code.Access} partial class {client.ClientName} : {Known.IPitchlyHttpClient}<{client.ClientName}>", () =>
        {
            EmitConstruction(code);
            foreach (var server in client.Servers)
            {
                ServerEmitter.Emit(code, server);
            }

            foreach (var endpoint in client.Endpoints)
            {
                code.Line();
                EmitEndpoint(code, endpoint);
            }
        });
    }

    private void EmitConstruction(CodeWriter code)
    {
        code.Summary("Creates a client for mocking, whose methods must all be overridden.");
        code.Line($"protected {client.ClientName}() => Pipeline = {Known.PitchlyHttpPipeline}.None;").Line();
        code.Summary("Creates a client.");
        code.Param(
            "http", "The HTTP client that sends the requests. Its base address is the server's address, with the API's path if any.");
        var (declared, passed, fromServices) = Credentials(code);
        code.Param("options", "The options of the client, or null for the defaults.");
        code.Line($"public {client.ClientName}({declared}, {Known.PitchlyHttpOptions}? options = null) =>");
        code.Indented(() => code.Line($"Pipeline = new {Known.PitchlyHttpPipeline}({passed}, options{KeysPassed()}){Scheme()};")).Line();
        var create = $"{Known.IPitchlyHttpClient}<{client.ClientName}>.Create";
        code.Line($"static {client.ClientName} {create}({Known.HttpClient} http, {Known.IServiceProvider} services, "
            + $"{Known.PitchlyHttpOptions} options) =>");
        code.Indented(() => code.Line($"new {client.ClientName}({fromServices}, options);")).Line();
        code.Line($"private {Known.PitchlyHttpPipeline} Pipeline {{ get; }}");
    }

    /// <summary>
    /// Returns the constructor's parameters with the credentials, the arguments for the pipeline, and the arguments that dependency
    /// injection passes to the constructor.
    /// </summary>
    private (string Declared, string Passed, string FromServices) Credentials(CodeWriter code)
    {
        var (declared, passed, fromServices) = ($"{Known.HttpClient} http", "http, null", "http");
        if (client.Credential is not null)
        {
            var isOptional = client.IsCredentialOptional;
            code.Param("tokens", "Provides the access token for each request" + (isOptional ? " that requires one." : "."));
            declared += $", {Known.IAccessTokenProvider}{(isOptional ? "? tokens = null" : " tokens")}";
            passed = "http, tokens";
            fromServices +=
                $", {ServiceProvider}.{(isOptional ? "GetService" : "GetRequiredService")}<{Known.IAccessTokenProvider}>(services)";
        }

        foreach (var key in client.Keys)
        {
            code.Param(key.Name, key.Summary);
            var isBasic = key.In == KeyLocation.Basic;
            var type = isBasic ? Known.PitchlyBasicCredential : Known.PitchlySecret;
            declared += $", {type}? {key.Name} = null";
            var (source, found) = (isBasic ? "BasicCredentials" : "Keys", key.Name.TrimStart('@') + "Found");
            fromServices += $", options.{source}.TryGetValue({CodeWriter.Literal(key.WireName)}, out {type}? {found}) ? {found} : null";
        }

        return (declared, passed, fromServices);
    }

    private string KeysPassed()
    {
        var keys = client.Keys.Select(key =>
        {
            var (name, carrier) = (CodeWriter.Literal(key.WireName), CodeWriter.Literal(key.Carrier));
            var made = key.In == KeyLocation.Basic ? $"Basic({name}, {key.Name})" : $"In{key.In}({name}, {carrier}, {key.Name})";
            return $"{key.Name} is null ? null : {Known.PitchlyKey}.{made}";
        }).ToList();
        return keys.Count == 0 ? "" : $", new {Known.PitchlyKey}?[] {{ {string.Join(", ", keys)} }}";
    }

    private string Scheme() => client.Credential?.Scheme is { } scheme
        ? $" {{ AuthorizationScheme = {CodeWriter.Literal(scheme)} }}"
        : "";

    private void EmitEndpoint(CodeWriter code, EndpointModel endpoint)
    {
        var names = Locals.Reserved("request", "writer", "variables", "cancellationToken", "item", "reader");
        var parameters = endpoint.Parameters
            .Select(parameter => parameter with { Name = CSharpName.Escape(Locals.Pick(parameter.Name, names)) })
            .ToList();
        code.Summary(endpoint.Docs.Summary);
        switch (endpoint)
        {
            case NavigationModel navigation:
                _http.EmitNavigation(code, navigation, parameters);
                break;
            case GraphQLEndpointModel graphQL:
                _graphQL.Emit(code, graphQL, parameters);
                break;
            case HttpEndpointModel http:
                _http.Emit(code, http, parameters);
                break;
        }
    }
}
