using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Writes the method that reads the items of all pages of a list, and the description of how pages are requested.</summary>
internal sealed class PagingCode(TypeText types)
{
    private readonly JsonCode _json = new(types);
    private readonly RequestCode _requests = new(types);

    /// <summary>Emits the method.</summary>
    /// <param name="code">The writer.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="paging">The endpoint's paging.</param>
    /// <param name="parameters">The endpoint's parameters, with their names in the method.</param>
    /// <param name="declared">The parameter declarations, including the body and the cancellation token.</param>
    public void Emit(
        CodeWriter code, HttpEndpointModel endpoint, PagingModel paging, List<ParameterModel> parameters, IEnumerable<string> declared)
    {
        var field = $"_{CSharpName.Camel(endpoint.Name)}Paging";
        code.Line();
        code.Summary(endpoint.Docs.Summary + "\nReads the items of all pages, page by page.");
        SignatureCode.EmitParameterDocs(code, parameters, endpoint.Body);
        code.Param("cancellationToken", "A token to cancel the enumeration.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The server refused the request, or cannot be reached. Thrown while "
            + $"the items are enumerated.</exception>");
        SignatureCode.EmitAttributes(code, endpoint);
        code.Line($"public virtual {Known.IAsyncEnumerable}<{types.Of(paging.Item)}> "
            + $"{SignatureCode.AllPagesName(endpoint)}({string.Join(", ", declared)}) =>");
        var ending = $", {field}, {_json.ReadDelegate(paging.Item, endpoint.Name + "[]")}, cancellationToken);";
        code.Indented(() => _requests.Emit(
            code, "Pipeline.StreamPagesAsync(", endpoint, parameters, endpoint.Body, endpoint.Result!.Accept, ending));
        code.Line();
        var type = Known.PitchlyPaging;
        code.Line($"private static readonly {type} {field} = new {type}({Known.PageMark}.{paging.By}) {{ "
            + $"{string.Join(", ", Members(paging))} }};");
    }

    private static IEnumerable<string> Members(PagingModel paging)
    {
        (string Name, string Value)[] members =
            [("Items", paging.Items), ("Next", paging.Next), ("Parameter", paging.Parameter), ("More", paging.More)];
        return members.Where(member => member.Value.Length > 0).Select(member => $"{member.Name} = {Literal(member.Value)}");
    }
}
