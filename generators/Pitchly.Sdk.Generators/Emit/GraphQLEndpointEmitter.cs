using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the method of a GraphQL endpoint.</summary>
internal sealed class GraphQLEndpointEmitter(ClientModel client, TypeText types)
{
    private const string Returns =
        "/// <returns>The server's events, until the enumeration ends. A gap is reported first, and whenever events may have been missed."
            + "</returns>";

    private const string Failure =
        "The server refused the request, or cannot be reached at the start. Thrown while the events are enumerated.";

    private readonly JsonCode _json = new(types);
    private readonly SignatureCode _signatures = new(types);

    public void Emit(CodeWriter code, GraphQLEndpointModel endpoint, List<ParameterModel> parameters)
    {
        var operation = $"_{CSharpName.Camel(endpoint.Name)}Operation";
        SignatureCode.EmitParameterDocs(code, parameters, null);
        if (endpoint.IsSubscription)
        {
            EmitSubscription(code, endpoint, operation, parameters);
        }
        else
        {
            EmitCalls(code, endpoint, operation, parameters);
        }

        code.Line();
        code.Line($"private static readonly {Known.GraphQLOperation} {operation} = new {Known.GraphQLOperation}(");
        code.Indented(() =>
        {
            code.Line($"{Literal(endpoint.OperationName)},").Line($"{Literal(endpoint.Field)},").Line($"{Literal(endpoint.Path)},").Line(
                $"{Literal(endpoint.Query)},");
            code.Line($"credentialVariable: {(client.Credential?.Variable is { } variable ? Literal(variable) : "null")},");
            code.Line($"isIdempotent: {(endpoint.Idempotent ? "true" : "false")}{SignatureCode.CarriesSecret(endpoint)});");
        });
    }

    private void EmitSubscription(CodeWriter code, GraphQLEndpointModel endpoint, string operation, List<ParameterModel> parameters)
    {
        code.Param("cancellationToken", "A token to cancel the subscription.");
        code.Line(Returns);
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">{Failure}</exception>");
        SignatureCode.EmitAttributes(code, endpoint);
        var type = $"{Known.IAsyncEnumerable}<{Known.SubscriptionEvent}<{types.Of(endpoint.Result)}>>";
        code.Line($"public virtual {type} {endpoint.MethodName}({string.Join(", ", Declared(parameters))}) =>");
        EmitOperation(code, "SubscribeAsync", operation, parameters, _json.ReadDelegate(endpoint.Result, endpoint.Name));
    }

    private void EmitCalls(CodeWriter code, GraphQLEndpointModel endpoint, string operation, List<ParameterModel> parameters)
    {
        code.Param("cancellationToken", "A token to cancel the call.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The server refused the request, or cannot be reached.</exception>");
        SignatureCode.EmitAttributes(code, endpoint);
        var all = Declared(parameters);
        code.Line($"public virtual {Known.ValueTask}<{types.Of(endpoint.Result)}> {endpoint.MethodName}({string.Join(", ", all)}) =>");
        EmitOperation(code, "SendAsync", operation, parameters, _json.ReadDelegate(endpoint.Result, endpoint.Name));
        if (endpoint.Result is ListRef { Nullable: false } list)
        {
            SignatureCode.EmitStreamDocs(code, endpoint, parameters, null);
            code.Line($"public virtual {Known.IAsyncEnumerable}<{types.Of(list.Item)}> "
                + $"{SignatureCode.StreamName(endpoint)}({string.Join(", ", all)}) =>");
            EmitOperation(code, "StreamAsync", operation, parameters, _json.ReadDelegate(list.Item, endpoint.Name + "[]"));
        }
    }

    private List<string> Declared(List<ParameterModel> parameters) =>
        [.. _signatures.Declare(parameters), $"{Known.CancellationToken} cancellationToken = default"];

    private void EmitOperation(CodeWriter code, string method, string operation, List<ParameterModel> parameters, string read) =>
        code.Indented(() =>
    {
        var variables = parameters.Where(parameter => parameter.Type is not ConstRef).Select(parameter => (
            _signatures.TypeOf(parameter), parameter.Name)).ToList();
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
        if (SignatureCode.IsRequired(parameter) || parameter.Type is ConstRef)
        {
            _json.WriteMember(code, parameter.WireName, parameter.Name, parameter.Type with { Nullable = false });
            return;
        }

        var value = parameter.Type.IsValueType() ? parameter.Name + ".Value" : parameter.Name;
        code.Block($"if ({parameter.Name} is not null)", () =>
            _json.WriteMember(code, parameter.WireName, value, parameter.Type with { Nullable = false }));
    }
}
