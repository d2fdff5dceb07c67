using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the method of an HTTP endpoint, and the description that all its requests share.</summary>
internal sealed class HttpEndpointEmitter(TypeText types)
{
    private readonly JsonCode _json = new(types);
    private readonly SignatureCode _signatures = new(types);
    private readonly RequestCode _requests = new(types);
    private readonly ResultCode _results = new(types);
    private readonly PagingCode _paging = new(types);

    public void EmitNavigation(CodeWriter code, NavigationModel endpoint, List<ParameterModel> parameters)
    {
        SignatureCode.EmitParameterDocs(code, parameters, null);
        code.Line("/// <returns>The address to send the user's browser to.</returns>");
        SignatureCode.EmitAttributes(code, endpoint);
        code.Line($"public virtual {Known.Uri} {endpoint.Name}Uri({string.Join(", ", _signatures.Declare(parameters))}) =>");
        code.Indented(() => _requests.Emit(code, "Pipeline.ToUri(", endpoint, parameters, null, null, ");"));
        code.Line();
        EmitDescription(code, endpoint, "GET", isIdempotent: true, EquatableArray<FailureModel>.Empty);
    }

    public void Emit(CodeWriter code, HttpEndpointModel endpoint, List<ParameterModel> parameters)
    {
        SignatureCode.EmitParameterDocs(code, parameters, endpoint.Body);
        code.Param("cancellationToken", "A token to cancel the call.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The server refused the request, or cannot be reached.</exception>");
        SignatureCode.EmitAttributes(code, endpoint);
        var all = Declared(endpoint, parameters).ToList();
        code.Line($"public virtual {_results.TypeOf(endpoint.Result)} {endpoint.MethodName}({string.Join(", ", all)}) =>");
        var (call, ending) = _results.CallOf(endpoint);
        code.Indented(() => _requests.Emit(code, call, endpoint, parameters, endpoint.Body, endpoint.Result?.Accept, ending));
        if (endpoint.Result is { Kind: ContentKind.Json, IsWhole: false, Type: ListRef { Nullable: false } list, Cases.Count: 0 })
        {
            SignatureCode.EmitStreamDocs(code, endpoint, parameters, endpoint.Body);
            code.Line($"public virtual {Known.IAsyncEnumerable}<{types.Of(list.Item)}> "
                + $"{SignatureCode.StreamName(endpoint)}({string.Join(", ", all)}) =>");
            var streamEnding = $", {_json.ReadDelegate(list.Item, endpoint.Name + "[]")}, cancellationToken);";
            code.Indented(() => _requests.Emit(
                code, "Pipeline.StreamAsync(", endpoint, parameters, endpoint.Body, endpoint.Result.Accept, streamEnding));
        }

        if (endpoint.Paging is { } paging)
        {
            _paging.Emit(code, endpoint, paging, parameters, all);
        }

        code.Line();
        _results.EmitResults(code, endpoint);
        EmitDescription(code, endpoint, endpoint.Method, endpoint.Idempotent, endpoint.Failures);
    }

    private IEnumerable<string> Declared(HttpEndpointModel endpoint, List<ParameterModel> parameters)
    {
        var body = endpoint.Body;
        var required = _signatures.Declare(parameters.Where(SignatureCode.IsRequired));
        var optional = _signatures.Declare(parameters.Where(parameter => !SignatureCode.IsRequired(parameter)));
        string[] requiredBody = body is { IsOptional: false } ? [$"{types.Of(body.Type)} {body.Name}"] : [];
        string[] optionalBody = body is { IsOptional: true } ? [$"{types.Nullable(body.Type)} {body.Name} = null"] : [];
        return [.. required, .. requiredBody, .. optionalBody, .. optional, $"{Known.CancellationToken} cancellationToken = default"];
    }

    private void EmitDescription(
        CodeWriter code, EndpointModel endpoint, string method, bool isIdempotent, EquatableArray<FailureModel> failures)
    {
        var flags = $"isIdempotent: {(isIdempotent ? "true" : "false")}{SignatureCode.CarriesSecret(endpoint)}";
        var more = More(endpoint);
        code.Line($"private static readonly {Known.PitchlyEndpoint} {RequestCode.Description(endpoint)} = new {Known.PitchlyEndpoint}(");
        code.Indented(() =>
        {
            code.Line($"{Literal(endpoint.Name)}, {HttpMethodOf(method)}, {Literal(endpoint.Path)}, "
                + $"{flags}{(failures.Count == 0 ? ")" + more + ";" : ",")}");
            var each = failures.Select(
                failure => $"{Known.PitchlyFailure}.Of({_json.ReadDelegate(failure.Type, endpoint.Name)}, {Range(failure)})").ToList();
            if (each.Count == 1)
            {
                code.Line($"failure: {each[0]}){more};");
            }
            else if (each.Count > 1)
            {
                code.Line($"failure: {Known.PitchlyFailure}.OneOf(");
                code.Indented(() =>
                {
                    for (var i = 0; i < each.Count; i++)
                    {
                        code.Line(each[i] + (i < each.Count - 1 ? "," : $")){more};"));
                    }
                });
            }
        });
    }

    private static string More(EndpointModel endpoint)
    {
        var keys = endpoint.Keys.Count == 0 ? null : $"Keys = new string[] {{ {string.Join(", ", endpoint.Keys.Select(Literal))} }}";
        var parts = new[] { endpoint.IsAnonymous ? "IsAnonymous = true" : null, keys }.Where(part => part is not null).ToList();
        return parts.Count == 0 ? "" : $" {{ {string.Join(", ", parts)} }}";
    }

    private static string Range(FailureModel failure) =>
        failure.Range is var (first, last) ? $"new {Known.StatusRange}({first}, {last})" : $"{Known.StatusRange}.Default";

    private static string HttpMethodOf(string method) => $"{Known.HttpMethod}." + method[0] + method.Substring(1).ToLowerInvariant();
}
