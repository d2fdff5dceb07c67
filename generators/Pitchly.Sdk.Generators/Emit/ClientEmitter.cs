using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits a client: one method for each endpoint.</summary>
internal sealed class ClientEmitter(ClientModel client, TypeText types)
{
    private const string GetRequiredService =
        "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService";

    private readonly JsonCode _json = new(types);

    public void Emit(CodeWriter code)
    {
        if (client.ServerOnly)
        {
            code.Line($"[{Known.ServerOnlyAttribute}]");
        }

        code.Block($"{code.Access} partial class {client.ClientName} : {Known.IPitchlyHttpClient}<{client.ClientName}>", () =>
        {
            EmitConstruction(code);
            foreach (var endpoint in client.Endpoints)
            {
                code.Line();
                EmitEndpoint(code, endpoint);
            }
        });
    }

    private void EmitConstruction(CodeWriter code)
    {
        code.Summary("For mocks: a client whose methods are all overridden.");
        code.Line($"protected {client.ClientName}() => Pipeline = {Known.PitchlyHttpPipeline}.None;").Line();
        code.Summary("Creates a client.");
        code.Param("http", "Sends the requests; its base address is the server's address, with a path if the API is below one.");
        var (declared, passed, fromServices) = ($"{Known.HttpClient} http", "http, null", "http");
        if (client.Credential is not null)
        {
            code.Param("tokens", "Gives the access token for each request.");
            declared += $", {Known.IAccessTokenProvider} tokens";
            passed = "http, tokens";
            fromServices = $"http, {GetRequiredService}<{Known.IAccessTokenProvider}>(services)";
        }

        code.Param("options", "What the client allows, and how much it takes from the server; the defaults if not given.");
        code.Line($"public {client.ClientName}({declared}, {Known.PitchlyHttpOptions}? options = null) =>");
        code.Indented(() => code.Line($"Pipeline = new {Known.PitchlyHttpPipeline}({passed}, options);")).Line();
        var create = $"{Known.IPitchlyHttpClient}<{client.ClientName}>.Create";
        code.Line($"static {client.ClientName} {create}({Known.HttpClient} http, {Known.IServiceProvider} services, {Known.PitchlyHttpOptions} options) =>");
        code.Indented(() => code.Line($"new {client.ClientName}({fromServices}, options);")).Line();
        code.Line($"private {Known.PitchlyHttpPipeline} Pipeline {{ get; }}");
    }

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
                EmitNavigation(code, navigation, parameters);
                break;
            case GraphQLEndpointModel graphQL:
                EmitGraphQL(code, graphQL, parameters);
                break;
            case HttpEndpointModel http:
                EmitHttp(code, http, parameters);
                break;
        }
    }

    private void EmitNavigation(CodeWriter code, NavigationModel endpoint, List<ParameterModel> parameters)
    {
        EmitParameterDocs(code, parameters, null);
        code.Line("/// <returns>The address to send the user's browser to.</returns>");
        EmitAttributes(code, endpoint);
        code.Line($"public virtual {Known.Uri} {endpoint.Name}Uri({string.Join(", ", Declare(parameters))}) =>");
        code.Indented(() => EmitRequest(code, "Pipeline.ToUri(", endpoint, parameters, null, ");"));
        code.Line();
        EmitDescription(code, endpoint, "GET", isIdempotent: true, failure: null);
    }

    private void EmitHttp(CodeWriter code, HttpEndpointModel endpoint, List<ParameterModel> parameters)
    {
        EmitParameterDocs(code, parameters, endpoint.Body);
        code.Param("cancellationToken", "Ends the call.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The server refused, or can't be reached.</exception>");
        EmitAttributes(code, endpoint);
        var body = endpoint.Body is null ? [] : new[] { $"{types.Of(endpoint.Body.Type)} {endpoint.Body.Name}" };
        var required = Declare(parameters.Where(IsRequired));
        var optional = Declare(parameters.Where(parameter => !IsRequired(parameter)));
        var result = endpoint.Result is null ? Known.ValueTask : $"{Known.ValueTask}<{types.Of(endpoint.Result)}>";
        var all = required.Concat(body).Concat(optional).Append($"{Known.CancellationToken} cancellationToken = default");
        code.Line($"public virtual {result} {endpoint.MethodName}({string.Join(", ", all)}) =>");
        var ending = endpoint.Result is null ? ", cancellationToken);" : $", {_json.ReadDelegate(endpoint.Result, endpoint.Name)}, cancellationToken);";
        code.Indented(() => EmitRequest(code, "Pipeline.SendAsync(", endpoint, parameters, endpoint.Body, ending));
        if (endpoint.Result is ListRef { Nullable: false } list)
        {
            EmitStreamDocs(code, endpoint, parameters, endpoint.Body);
            code.Line($"public virtual {Known.IAsyncEnumerable}<{types.Of(list.Item)}> {StreamName(endpoint)}({string.Join(", ", all)}) =>");
            var streamEnding = $", {_json.ReadDelegate(list.Item, endpoint.Name + "[]")}, cancellationToken);";
            code.Indented(() => EmitRequest(code, "Pipeline.StreamAsync(", endpoint, parameters, endpoint.Body, streamEnding));
        }

        code.Line();
        EmitDescription(code, endpoint, endpoint.Method, endpoint.Idempotent, endpoint.Failure);
    }

    /// <summary>What all requests to the endpoint have in common, once.</summary>
    private void EmitDescription(CodeWriter code, EndpointModel endpoint, string method, bool isIdempotent, FailureModel? failure)
    {
        var flags = $"isIdempotent: {(isIdempotent ? "true" : "false")}{CarriesSecret(endpoint)}";
        code.Line($"private static readonly {Known.PitchlyEndpoint} {Description(endpoint)} = new {Known.PitchlyEndpoint}(");
        code.Indented(() =>
        {
            code.Line($"{Literal(endpoint.Name)}, {HttpMethodOf(method)}, {Literal(endpoint.Path)}, {flags}{(failure is null ? ");" : ",")}");
            if (failure is not null)
            {
                code.Line($"failure: {Known.PitchlyFailure}.Of({_json.ReadDelegate(failure.Type, endpoint.Name)}, {Range(failure)}));");
            }
        });
    }

    private static string Description(EndpointModel endpoint) => $"_{CSharpName.Camel(endpoint.Name)}Endpoint";

    /// <summary>The other members end in Async or Uri, so this name is free.</summary>
    private static string StreamName(EndpointModel endpoint) => endpoint.Name + "AsAsyncEnumerable";

    private static void EmitStreamDocs(CodeWriter code, EndpointModel endpoint, List<ParameterModel> parameters, BodyModel? body)
    {
        code.Line();
        code.Summary(endpoint.Docs.Summary + "\nThe items are read while they arrive.");
        EmitParameterDocs(code, parameters, body);
        code.Param("cancellationToken", "Ends the call.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The server refused, or can't be reached; thrown while the items are read.</exception>");
        EmitAttributes(code, endpoint);
    }

    private void EmitGraphQL(CodeWriter code, GraphQLEndpointModel endpoint, List<ParameterModel> parameters)
    {
        var operation = $"_{CSharpName.Camel(endpoint.Name)}Operation";
        EmitParameterDocs(code, parameters, null);
        code.Param("cancellationToken", "Ends the call.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">Pitchly refused, or can't be reached.</exception>");
        EmitAttributes(code, endpoint);
        var all = Declare(parameters).Append($"{Known.CancellationToken} cancellationToken = default");
        code.Line($"public virtual {Known.ValueTask}<{types.Of(endpoint.Result)}> {endpoint.MethodName}({string.Join(", ", all)}) =>");
        EmitOperation(code, "SendAsync", operation, parameters, _json.ReadDelegate(endpoint.Result, endpoint.Name));
        if (endpoint.Result is ListRef { Nullable: false } list)
        {
            EmitStreamDocs(code, endpoint, parameters, null);
            code.Line($"public virtual {Known.IAsyncEnumerable}<{types.Of(list.Item)}> {StreamName(endpoint)}({string.Join(", ", all)}) =>");
            EmitOperation(code, "StreamAsync", operation, parameters, _json.ReadDelegate(list.Item, endpoint.Name + "[]"));
        }

        code.Line();
        code.Line($"private static readonly {Known.GraphQLOperation} {operation} = new {Known.GraphQLOperation}(");
        code.Indented(() =>
        {
            code.Line($"{Literal(endpoint.OperationName)},").Line($"{Literal(endpoint.Field)},").Line($"{Literal(endpoint.Path)},").Line($"{Literal(endpoint.Query)},");
            code.Line($"credentialVariable: {(client.Credential?.Variable is { } variable ? Literal(variable) : "null")},");
            code.Line($"isIdempotent: {(endpoint.Idempotent ? "true" : "false")}{CarriesSecret(endpoint)});");
        });
    }

    private void EmitOperation(CodeWriter code, string method, string operation, List<ParameterModel> parameters, string read) => code.Indented(() =>
    {
        var variables = parameters.Where(parameter => parameter.Type is not ConstRef).Select(parameter => (TypeOf(parameter), parameter.Name)).ToList();
        if (parameters.Count == 0)
        {
            code.Line($"Pipeline.{method}({operation}.Request(), {read}, cancellationToken);");
            return;
        }

        JsonCode.Lambda(code, $"Pipeline.{method}({operation}.Request(", variables, "variables", $"), {read}, cancellationToken);", () =>
        {
            foreach (var parameter in parameters)
            {
                EmitVariable(code, parameter);
            }
        });
    });

    private void EmitVariable(CodeWriter code, ParameterModel parameter)
    {
        if (IsRequired(parameter) || parameter.Type is ConstRef)
        {
            _json.WriteMember(code, parameter.WireName, parameter.Name, parameter.Type with { Nullable = false });
            return;
        }

        var value = parameter.Type.IsValueType() ? parameter.Name + ".Value" : parameter.Name;
        code.Block($"if ({parameter.Name} is not null)", () =>
            _json.WriteMember(code, parameter.WireName, value, parameter.Type with { Nullable = false }));
    }

    private static void EmitParameterDocs(CodeWriter code, List<ParameterModel> parameters, BodyModel? body)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.Type is not ConstRef))
        {
            code.Param(parameter.Name, parameter.Summary);
        }

        if (body is not null)
        {
            code.Param(body.Name, "What is sent.");
        }
    }

    private static void EmitAttributes(CodeWriter code, EndpointModel endpoint)
    {
        code.Obsolete(endpoint.Docs.Obsolete);
        if (endpoint.ServerOnly)
        {
            code.Line($"[{Known.ServerOnlyAttribute}]");
        }
    }

    private IEnumerable<string> Declare(IEnumerable<ParameterModel> parameters) => parameters
        .Where(parameter => parameter.Type is not ConstRef)
        .OrderBy(parameter => !IsRequired(parameter))
        .Select(parameter => $"{TypeOf(parameter)} {parameter.Name}{(IsRequired(parameter) ? "" : " = null")}");

    private string TypeOf(ParameterModel parameter) => IsRequired(parameter) ? types.Bare(parameter.Type) : types.Nullable(parameter.Type);

    private static bool IsRequired(ParameterModel parameter) => parameter.Required && !parameter.Type.Nullable;

    private void EmitRequest(
        CodeWriter code, string start, EndpointModel endpoint, IEnumerable<ParameterModel> parameters, BodyModel? body, string end)
    {
        code.Line($"{start}{Description(endpoint)}.Request()");
        code.Indented(() =>
        {
            foreach (var part in parameters.Select(RequestPart).Concat(body?.Fields?.Select(field => FormField(field, body.Name)) ?? []))
            {
                code.Line(part);
            }

            if (body is { Fields: null })
            {
                _json.WriteLambda(code, ".Json(", body.Name, body.Type, ")");
            }

            code.EndLine(end);
        });
    }

    private static string RequestPart(ParameterModel parameter)
    {
        var wire = Literal(parameter.WireName);
        var method = parameter.In.ToString();
        return parameter.Type is ListRef list
            ? $".QueryList({wire}, {parameter.Name}, static item => {Text(list.Item, "item")})"
            : IsHttpDate(parameter) ? $".{method}({wire}, {Known.WireText}.HttpDate({parameter.Name}))"
            : $".{method}({wire}, {Text(parameter.Type, parameter.Name)})";
    }

    /// <summary>A moment in a header is an HTTP-date (RFC 9110, section 5.6.7).</summary>
    private static bool IsHttpDate(ParameterModel parameter) =>
        parameter is { In: ParameterPlace.Header, Type: ScalarRef { Kind: ScalarKind.DateTime } };

    private static string CarriesSecret(EndpointModel endpoint) => endpoint.CarriesSecret ? ", carriesSecret: true" : "";

    private static string Range(FailureModel failure) =>
        failure.Range is var (first, last) ? $"new {Known.StatusRange}({first}, {last})" : $"{Known.StatusRange}.Default";

    private static string FormField(PropertyModel field, string body) =>
        $".Form({Literal(field.JsonName)}, {Text(field.Type, $"{body}.{field.Name}{(field.TellsAbsent ? ".Value" : "")}")})";

    private static string Text(TypeRef type, string value) => type switch
    {
        ConstRef constant => Literal(constant.Value),
        ScalarRef { Kind: ScalarKind.UnixTime } => $"{Known.WireText}.UnixTime({value})",
        _ => $"{Known.WireText}.Of({value})",
    };

    private static string HttpMethodOf(string method) => $"{Known.HttpMethod}." + method[0] + method.Substring(1).ToLowerInvariant();
}
