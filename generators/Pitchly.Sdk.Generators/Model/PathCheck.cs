using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Checks that each placeholder of a path has a parameter, and that each path parameter has a placeholder.</summary>
internal static class PathCheck
{
    public static void Check(EndpointDeclaration endpoint, DiagnosticBag diagnostics)
    {
        var path = endpoint.Path;
        if (path.Text.Length == 0)
        {
            return;
        }

        var inPath = PathTemplate.NamesIn(path.Text);
        if (PathTemplate.HasStrayBrace(path.Text))
        {
            diagnostics.Add(SchemaDescriptors.PathParameter, path.At, $"The path '{path.Text}' has an unbalanced brace");
        }

        var declared = endpoint.Parameters.Where(parameter => parameter.In == ParameterLocation.Path).ToList();
        foreach (var name in inPath.Where(name => declared.All(parameter => parameter.Name.Text != name)))
        {
            diagnostics.Add(
                SchemaDescriptors.PathParameter,
                path.At,
                $"The path has '{{{name}}}', but no parameter with this name and \"in\": \"path\"; declare one in 'parameters'");
        }

        foreach (var parameter in declared.Where(parameter => !inPath.Contains(parameter.Name.Text)))
        {
            diagnostics.Add(
                SchemaDescriptors.PathParameter,
                parameter.Name.At,
                $"The parameter '{parameter.Name.Text}' has \"in\": \"path\", but the path '{path.Text}' has no "
                    + $"'{{{parameter.Name.Text}}}'");
        }
    }
}
