using System.Globalization;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Binds the responses of an endpoint: one result type, or one for each status code, and the types of failures.</summary>
internal sealed class ResultBinder(SchemaLibrary library, TypeBinder types, DiagnosticBag diagnostics)
{
    private static readonly Dictionary<string, string> StatusNames = new()
    {
        ["200"] = "Ok",
        ["201"] = "Created",
        ["202"] = "Accepted",
        ["203"] = "NonAuthoritative",
        ["204"] = "NoContent",
        ["205"] = "ResetContent",
        ["206"] = "PartialContent",
        ["207"] = "MultiStatus",
    };

    public ResultModel? Bind(EndpointDeclaration endpoint, string inlineName)
    {
        var successes = endpoint.Responses.Where(ClientReader.IsSuccess).ToList();
        var unchanged = endpoint.Responses.FirstOrDefault(response => response.Status.Text == "304");
        var first = successes.FirstOrDefault(response => response.Type is not null);
        var bound = successes
            .Select(response => (Response: response, Type: Bind(response, NameAt(inlineName + "Response", response, first))))
            .ToList();
        var kind = bound.FirstOrDefault(item => item.Type is not null).Response?.Kind ?? ContentKind.Json;
        var accept = bound.FirstOrDefault(item => item.Type is not null).Response?.ContentType;
        var all = bound.Where(item => item.Type is not null).Select(item => item.Type!).Distinct().ToList();
        var isWhole = kind == ContentKind.Json && (unchanged is not null || successes.Any(response => response.HasHeaders));
        if (all.Count == 0 && !isWhole)
        {
            return null;
        }

        var isPlain = all.Count == 1 && bound.Count == 1 && !isWhole;
        if (kind != ContentKind.Json || isPlain)
        {
            return new ResultModel(all[0], kind) { Accept = accept };
        }

        var isEmptySometimes = bound.Count > all.Count && bound.Any(item => item.Type is null) || unchanged is not null;
        var union = all.Count > 1 ? Declare(endpoint, inlineName + "Result", bound) : null;
        var type = union ?? all.FirstOrDefault();
        var cases = bound.Select(item => CaseOf(
            item.Response, item.Type, union is null ? null : NameOf(item.Response, item.Type, bound))).ToList();
        if (unchanged is not null)
        {
            cases.Add(CaseOf(unchanged, null, null));
        }

        return new ResultModel(isEmptySometimes && type is not (null or AnyRef) ? type with { Nullable = true } : type, ContentKind.Json)
        {
            Accept = accept,
            IsWhole = isWhole,
            Cases = cases.ToEquatableArray(),
        };
    }

    public EquatableArray<FailureModel> BindFailures(EndpointDeclaration endpoint, string inlineName)
    {
        var failures = endpoint.Responses.Where(IsFailure).ToList();
        return failures
            .Select(response => (Type: Bind(response, NameAt(inlineName, response, failures[0])), Range: RangeOf(response.Status.Text)))
            .Where(failure => failure.Type is not null)
            .Select(failure => new FailureModel(failure.Type!, failure.Range))
            .ToEquatableArray();
    }

    private static bool IsFailure(ResponseDeclaration response) =>
        !ClientReader.IsSuccess(response)
            && response is { Kind: ContentKind.Json, Type: not null }
            && response.Status.Text[0] is not ('1' or '3');

    /// <summary>Returns the name of an inline type. The status code is a part of the name, except for the first response.</summary>
    private static string NameAt(string inlineName, ResponseDeclaration response, ResponseDeclaration? first) =>
        response == first ? inlineName : inlineName + CSharpName.Pascal(response.Status.Text);

    public static void RefuseConstant(TypeSyntax syntax, TypeRef bound, string use, DiagnosticBag diagnostics)
    {
        if (bound is ConstRef)
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere, syntax.At, "A constant", use, "it would contain no information; use a string");
        }
    }

    private TypeRef? Bind(ResponseDeclaration response, string inlineName)
    {
        if (response.Type is not { } type)
        {
            return null;
        }

        var bound = types.Bind(type, inlineName);
        RefuseConstant(type, bound, "a response", diagnostics);
        return bound;
    }

    private NamedRef Declare(EndpointDeclaration endpoint, string name, IReadOnlyList<(ResponseDeclaration Response, TypeRef? Type)> bound)
    {
        var cases = bound
            .Where(item => item.Type is not null)
            .GroupBy(item => item.Type)
            .Select(group => new UnionCaseModel(
                NameOf(group.First().Response, group.Key, bound)!, group.Key! with { Nullable = false }, JsonKinds.None, null));
        types.Declare(new UnionModel(
            name,
            new Docs($"The result of '{endpoint.Name.Text}', by the status of the response.", false),
            cases.ToEquatableArray())
        { IsByStatus = true }, endpoint.Name);
        return new NamedRef(library.Document.Namespace.Text, name, NamedKind.Union, Nullable: false);
    }

    /// <summary>Returns the name of a case, which is the name of the first status code with its type.</summary>
    private static string? NameOf(
        ResponseDeclaration response, TypeRef? type, IReadOnlyList<(ResponseDeclaration Response, TypeRef? Type)> bound)
    {
        if (type is null)
        {
            return null;
        }

        var status = bound.First(item => Equals(item.Type, type)).Response.Status.Text;
        return StatusNames.TryGetValue(status, out var name) ? name : "Status" + status;
    }

    private static ResultCaseModel CaseOf(ResponseDeclaration response, TypeRef? type, string? name)
    {
        var (first, last) = RangeOf(response.Status.Text) ?? (200, 299);
        return new ResultCaseModel(first, last, type, name);
    }

    private static (int First, int Last)? RangeOf(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (code, code)
        : status.EndsWith("XX", StringComparison.Ordinal) ? ((status[0] - '0') * 100, ((status[0] - '0') * 100) + 99)
        : null;
}
