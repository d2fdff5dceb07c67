using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads the parameters of an endpoint.</summary>
internal sealed class ParameterReader(TypeReader types, DiagnosticBag diagnostics)
{
    public EquatableArray<ParameterDeclaration> Read(SchemaObject endpoint, IReadOnlyDictionary<string, JsonMember>? arguments, string path)
    {
        var parameters = new List<ParameterDeclaration>();
        foreach (var node in endpoint.Get("parameters")?.Items ?? [])
        {
            if (SchemaObject.Of(node, null, Keywords.Parameter, diagnostics) is { } parameter
                && parameter.Require("name", "it is the name on the wire") is { } name)
            {
                parameters.Add(ReadParameter(parameter, name, arguments, path));
            }
        }

        foreach (
            var twice in parameters.GroupBy(parameter => (parameter.In, parameter.Name.Text)).SelectMany(group => group.Skip(1)).ToList())
        {
            diagnostics.Add(SchemaDescriptors.Collision, twice.Name.At, $"The parameter '{twice.Name.Text}'", "", "remove one");
            parameters.Remove(twice);
        }

        foreach (var argument in arguments?.Values.Where(argument => parameters.All(parameter => parameter.Name.Text != argument.Name.Text))
            ?? [])
        {
            diagnostics.Add(
                SchemaDescriptors.PathParameter,
                argument.Name.At,
                $"The argument '{argument.Name.Text}' has no parameter; declare one with this name in 'parameters'");
        }

        return parameters.ToEquatableArray();
    }

    private ParameterDeclaration ReadParameter(
        SchemaObject parameter, Name name, IReadOnlyDictionary<string, JsonMember>? arguments, string path)
    {
        parameter.Require("schema", "it is the parameter's type");
        var type = parameter.Get("schema") is { } schema ? types.Read(schema, "schema") : new UnknownSyntax(parameter.At, Notes.None);
        var notes = parameter.ReadNotes();
        if (arguments is null)
        {
            var location = ReadLocation(parameter, path.Contains($"{{{name.Text}}}"));
            if (location == ParameterLocation.Header
                && !Regex.IsMatch(name.Text, "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant))
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue, name.At, "'name'", "the name of a header (RFC 9110, section 5.1)", $"'{name.Text}'");
            }

            var isRequired = location == ParameterLocation.Path || parameter.IsTrue("required");
            return new ParameterDeclaration(name, notes, location, isRequired, type, null)
            {
                Style = ReadStyle(parameter, location),
            };
        }

        foreach (var keyword in (string[])["style", "explode", "allowReserved"])
        {
            parameter.Refuse(keyword, "a parameter of a GraphQL endpoint", "leave it out, since all of them are JSON");
        }

        parameter.Refuse("in", "a parameter of a GraphQL endpoint", "leave it out, since all of them are variables");
        parameter.Refuse(
            "required", "a parameter of a GraphQL endpoint", "leave it out, since the '!' of its GraphQL type makes it required");
        if (!arguments.TryGetValue(name.Text, out var argument))
        {
            diagnostics.Add(
                SchemaDescriptors.PathParameter,
                name.At,
                $"The parameter '{name.Text}' is not an argument of the GraphQL field; add it with its type to 'arguments'");
            return new ParameterDeclaration(name, notes, ParameterLocation.Variable, false, type, name);
        }

        var graphQLType = new Name(argument.Value.Text, argument.Value.At);
        return new ParameterDeclaration(
            name, notes, ParameterLocation.Variable, graphQLType.Text.EndsWith("!", StringComparison.Ordinal), type, graphQLType);
    }

    /// <summary>Reads the style of lists and objects; <see langword="null"/> if none is declared.</summary>
    public static StyleDeclaration? ReadStyle(SchemaObject parameter, ParameterLocation location)
    {
        var isSaid = parameter.Has("style") || parameter.Has("explode") || parameter.Has("allowReserved");
        if (!isSaid || location == ParameterLocation.Unknown)
        {
            return null;
        }

        var style = parameter.OneOf("style", StyleDeclaration.NamesAt(location));
        var explode = parameter.Has("explode") ? parameter.IsTrue("explode") : style == "form";
        return new StyleDeclaration(style, explode, parameter.IsTrue("allowReserved"));
    }

    /// <summary>Reads the location of a parameter. An invalid location is reported once, without the errors that follow from it.</summary>
    private static ParameterLocation ReadLocation(SchemaObject parameter, bool isInPath)
    {
        parameter.Require("in", "it is 'path', 'query', 'header' or 'cookie'");
        var word = parameter.GetText("in");
        parameter.OneOf("in", "query", "path", "header", "cookie");
        return word switch
        {
            "path" => ParameterLocation.Path,
            "header" => ParameterLocation.Header,
            "query" => ParameterLocation.Query,
            "cookie" => ParameterLocation.Cookie,
            _ => isInPath ? ParameterLocation.Path : ParameterLocation.Unknown,
        };
    }
}
