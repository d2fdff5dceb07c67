using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Writes the return type of an endpoint's method, and the call that returns the result.</summary>
internal sealed class ResultCode(TypeText types)
{
    private readonly JsonCode _json = new(types);

    /// <summary>Returns the method's return type.</summary>
    public string TypeOf(ResultModel? result) => result switch
    {
        null => Known.ValueTask,
        { Kind: ContentKind.Events or ContentKind.Lines } => $"{Known.IAsyncEnumerable}<{Body(result)}>",
        { IsWhole: true } => $"{Known.ValueTask}<{Known.PitchlyResponse}<{Body(result)}>>",
        _ => $"{Known.ValueTask}<{Body(result)}>",
    };

    /// <summary>Returns the code before and after the request in the call.</summary>
    public (string Call, string Ending) CallOf(HttpEndpointModel endpoint) => endpoint.Result switch
    {
        null => ("Pipeline.SendAsync(", ", cancellationToken);"),
        { Kind: ContentKind.Text } => ("Pipeline.SendForTextAsync(", ", cancellationToken);"),
        { Kind: ContentKind.Events or ContentKind.Lines } result =>
            ("Pipeline.StreamLinesAsync(", $", {Read(result.Type!, endpoint)}, isEvents: "
                + $"{(result.Kind == ContentKind.Events ? "true" : "false")}, cancellationToken);"),
        { Kind: not ContentKind.Json } => ("Pipeline.SendForFileAsync(", ", cancellationToken);"),
        { IsWhole: true } => ("Pipeline.SendForResponseAsync(", $", {Results(endpoint)}, cancellationToken);"),
        { Cases.Count: > 0 } => ("Pipeline.SendAsync(", $", {Results(endpoint)}, cancellationToken);"),
        var result => ("Pipeline.SendAsync(", $", {Read(result.Type!, endpoint)}, cancellationToken);"),
    };

    /// <summary>Writes the result of each status code, unless all have the same type.</summary>
    public void EmitResults(CodeWriter code, HttpEndpointModel endpoint)
    {
        if (endpoint.Result is not { Kind: ContentKind.Json, Cases.Count: > 0 } result)
        {
            return;
        }

        var type = $"{Known.PitchlyResult}<{Body(result)}>";
        code.Block($"private static readonly {type}[] {Results(endpoint)} =", () =>
        {
            foreach (var item in result.Cases)
            {
                code.Line($"new {type}({item.First}, {item.Last}, {(item.Type is null ? "null" : ReadCase(item, result, endpoint))}),");
            }
        }, ";");
        code.Line();
    }

    private string Body(ResultModel result) => result.Type is null ? "object?" : types.Of(result.Type);

    private string Read(TypeRef type, EndpointModel endpoint) => _json.ReadDelegate(type, endpoint.Name);

    private string ReadCase(ResultCaseModel item, ResultModel result, EndpointModel endpoint)
    {
        var read = _json.Read(item.Type!, endpoint.Name);
        return item.Case is { } name
            ? $"static (ref {Known.Utf8JsonReader} reader) => "
                + $"{types.Bare(result.Type!)}.From{name}({_json.ReadPresent(item.Type!, endpoint.Name)})"
            : $"static (ref {Known.Utf8JsonReader} reader) => {read}";
    }

    private static string Results(EndpointModel endpoint) => $"_{CSharpName.Camel(endpoint.Name)}Results";
}
