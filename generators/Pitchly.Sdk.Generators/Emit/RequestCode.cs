using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Writes the expression that creates a request from an endpoint's parameters and its body.</summary>
internal sealed class RequestCode(TypeText types)
{
    private readonly JsonCode _json = new(types);

    /// <summary>Writes the request as an argument of a call.</summary>
    /// <param name="code">The writer.</param>
    /// <param name="start">The code before the request.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="parameters">The endpoint's parameters, with their names in the method.</param>
    /// <param name="body">The request body.</param>
    /// <param name="accept">The media type to accept; <see langword="null"/> for JSON.</param>
    /// <param name="end">The code after the request.</param>
    public void Emit(
        CodeWriter code, string start, EndpointModel endpoint, IEnumerable<ParameterModel> parameters, BodyModel? body, string? accept,
        string end)
    {
        code.Line($"{start}{Description(endpoint)}.Request()");
        code.Indented(() =>
        {
            foreach (var parameter in parameters)
            {
                EmitParameter(code, parameter);
            }

            if (accept is not null and not "application/json")
            {
                code.Line($".Header(\"Accept\", {Literal(accept)})");
            }

            if (body is not null)
            {
                EmitBody(code, body);
            }

            code.EndLine(end);
        });
    }

    public static string Description(EndpointModel endpoint) => $"_{CSharpName.Camel(endpoint.Name)}Endpoint";

    private void EmitParameter(CodeWriter code, ParameterModel parameter)
    {
        var wire = Literal(parameter.WireName);
        var type = SignatureCode.IsRequired(parameter)
            ? parameter.Type
            : parameter.Type is AnyRef ? new AnyRef() { Nullable = true } : parameter.Type with { Nullable = true };
        if (parameter.In == ParameterLocation.Part)
        {
            EmitPart(code, parameter, type, wire);
        }
        else if (parameter.Style is { } style)
        {
            var location = $"{Known.ParameterLocation}.{parameter.In}";
            var flags = $"{Style(style.Name)}, {Bool(style.Explode)}, {Bool(style.AllowReserved)}";
            _json.WriteLambda(code, $".Styled({location}, {flags}, {wire}, ", parameter.Name, type, ")");
        }
        else
        {
            code.Line(PlainParameter(parameter, wire));
        }
    }

    private void EmitPart(CodeWriter code, ParameterModel parameter, TypeRef type, string wire)
    {
        if (type is ScalarRef { Kind: ScalarKind.File } or ListRef { Item: ScalarRef { Kind: ScalarKind.File } })
        {
            code.Line($".Part({wire}, {parameter.Name})");
        }
        else
        {
            _json.WriteLambda(code, $".Part({wire}, ", parameter.Name, type, parameter.IsJson ? ", isJson: true)" : ")");
        }
    }

    private static string PlainParameter(ParameterModel parameter, string wire)
    {
        var method = parameter.In.ToString();
        return parameter.Type is ListRef list
            ? $".QueryList({wire}, {parameter.Name}, static item => {Text(list.Item, "item")})"
            : IsHttpDate(parameter) ? $".{method}({wire}, {Known.WireText}.HttpDate({parameter.Name}))"
            : $".{method}({wire}, {Text(parameter.Type, parameter.Name)})";
    }

    private void EmitBody(CodeWriter code, BodyModel body)
    {
        var mediaType = Literal(body.ContentType);
        var type =
            body.IsOptional ? body.Type is AnyRef ? new AnyRef() { Nullable = true } : body.Type with { Nullable = true } : body.Type;
        switch (body.Kind)
        {
            case ContentKind.Form when body.Fields is { } fields:
                foreach (var field in fields)
                {
                    code.Line(FormField(field, body.Name));
                }

                break;
            case ContentKind.Form:
                var styles = body.Styles.Select(item => $", ({Literal(item.Field)}, {Style(item.Style.Name)}, {Bool(item.Style.Explode)})");
                _json.WriteLambda(code, ".FormOf(", body.Name, type, string.Concat(styles) + ")");
                break;
            case ContentKind.Text:
                code.Line($".Text({body.Name}, {mediaType})");
                break;
            case ContentKind.Json when body.IsOptional:
                _json.WriteLambda(code, ".OptionalJson(", body.Name, type, $", {mediaType})");
                break;
            case ContentKind.Json:
                _json.WriteLambda(code, ".Json(", body.Name, type, body.ContentType is "application/json" ? ")" : $", {mediaType})");
                break;
            default:
                code.Line($".File({body.Name}, {mediaType})");
                break;
        }
    }

    private static string Style(string name) => $"{Known.ParameterStyle}.{char.ToUpperInvariant(name[0])}{name.Substring(1)}";

    private static string Bool(bool value) => value ? "true" : "false";

    /// <summary>
    /// Returns <see langword="true"/> if the parameter is a date and time in a header, which is written as an HTTP-date (RFC 9110, section
    /// 5.6.7); otherwise, <see langword="false"/>.
    /// </summary>
    private static bool IsHttpDate(ParameterModel parameter) =>
        parameter is { In: ParameterLocation.Header, Type: ScalarRef { Kind: ScalarKind.DateTime } };

    private static string FormField(PropertyModel field, string body) =>
        $".Form({Literal(field.JsonName)}, {Text(field.Type, $"{body}.{field.Name}{(field.DistinguishesAbsent ? ".Value" : "")}")})";

    private static string Text(TypeRef type, string value) => type switch
    {
        ConstRef constant => Literal(constant.Value),
        ScalarRef { Kind: ScalarKind.UnixTime } => $"{Known.WireText}.UnixTime({value})",
        _ => $"{Known.WireText}.Of({value})",
    };
}
