using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Writes the parameters of an endpoint's method, its documentation, and its attributes.</summary>
internal sealed class SignatureCode(TypeText types)
{
    public IEnumerable<string> Declare(IEnumerable<ParameterModel> parameters) => parameters
        .Where(parameter => parameter.Type is not ConstRef)
        .OrderBy(parameter => !IsRequired(parameter))
        .Select(parameter => $"{TypeOf(parameter)} {parameter.Name}{(IsRequired(parameter) ? "" : " = null")}");

    public string TypeOf(ParameterModel parameter) => IsRequired(parameter) ? types.Bare(parameter.Type) : types.Nullable(parameter.Type);

    public static bool IsRequired(ParameterModel parameter) => parameter.Required && !parameter.Type.Nullable;

    /// <summary>
    /// Returns the name of the method that streams the items. The name is free, because the names of all other members end in Async or Uri.
    /// </summary>
    public static string StreamName(EndpointModel endpoint) => endpoint.Name + "AsAsyncEnumerable";

    /// <summary>Returns the name of the method that reads all pages. The name is free for the same reason.</summary>
    public static string AllPagesName(EndpointModel endpoint) => endpoint.Name + "AllPages";

    public static void EmitParameterDocs(CodeWriter code, List<ParameterModel> parameters, BodyModel? body)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.Type is not ConstRef))
        {
            code.Param(parameter.Name, parameter.Summary);
        }

        if (body is not null)
        {
            code.Param(body.Name, "The request body.");
        }
    }

    public static void EmitStreamDocs(CodeWriter code, EndpointModel endpoint, List<ParameterModel> parameters, BodyModel? body)
    {
        code.Line();
        code.Summary(endpoint.Docs.Summary + "\nThe items are read as they arrive.");
        EmitParameterDocs(code, parameters, body);
        code.Param("cancellationToken", "A token to cancel the call.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The server refused the request, or cannot be reached. Thrown while "
            + $"the items are enumerated.</exception>");
        EmitAttributes(code, endpoint);
    }

    public static void EmitAttributes(CodeWriter code, EndpointModel endpoint)
    {
        code.Obsolete(endpoint.Docs.Obsolete);
        if (endpoint.ServerOnly)
        {
            code.Line($"[{Known.ServerOnlyAttribute}]");
        }
    }

    public static string CarriesSecret(EndpointModel endpoint) => endpoint.CarriesSecret ? ", carriesSecret: true" : "";
}
