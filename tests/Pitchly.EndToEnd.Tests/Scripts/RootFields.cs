using System.Text.Json;
using GraphQLParser;
using GraphQLParser.AST;

namespace Pitchly.EndToEnd.Tests.Scripts;

/// <summary>The fields that a GraphQL request selects, regardless of its layout and of the names of its operation and variables.</summary>
internal static class RootFields
{
    /// <summary>Returns each root field with its arguments, their types and values, and its selection.</summary>
    /// <param name="request">A request: its query and its variables.</param>
    public static IReadOnlyList<string> Of(JsonElement request)
    {
        var document = Parser.Parse(request.GetProperty("query").GetString()!);
        var operation = (GraphQLOperationDefinition)document.Definitions.Single();
        var types = operation.Variables?.ToDictionary(one => one.Variable.Name.StringValue, one => TypeOf(one.Type)) ?? [];
        var values = request.TryGetProperty("variables", out var stated) ? stated : default;
        return [.. operation.SelectionSet.Selections.Cast<GraphQLField>()
            .Select(field => $"{operation.Operation} {Text(field, Value)}")
            .Order(StringComparer.Ordinal)];

        string Value(string variable) => $"{types[variable]} = {values.GetProperty(variable).GetRawText()}";
    }

    private static string Text(GraphQLField field, Func<string, string> value)
    {
        var arguments = field.Arguments?.Select(
            argument => $"{argument.Name.StringValue}: {value(((GraphQLVariable)argument.Value).Name.StringValue)}") ?? [];
        var selection = field.SelectionSet?.Selections.Cast<GraphQLField>().Select(inner => Text(inner, value)) ?? [];
        return $"{field.Name.StringValue}({string.Join(", ", arguments.Order(StringComparer.Ordinal))})"
            + $"{{{string.Join(' ', selection.Order(StringComparer.Ordinal))}}}";
    }

    private static string TypeOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType some => TypeOf(some.Type) + "!",
        GraphQLListType list => $"[{TypeOf(list.Type)}]",
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };
}
