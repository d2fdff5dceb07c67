using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Pitchly.Emulator.GraphQL;

/// <summary>A JSON literal in a document. It may contain variables.</summary>
internal sealed class JsonTemplate(GraphQLValue value)
{
    /// <summary>Returns the value with its variables filled in.</summary>
    public JsonElement Fill(Variables? variables) => JsonSerializer.SerializeToElement(Fill(value, variables));

    public static bool HasVariables(GraphQLValue value) => value switch
    {
        GraphQLVariable => true,
        GraphQLObjectValue obj => obj.Fields?.Exists(field => HasVariables(field.Value)) == true,
        GraphQLListValue list => list.Values?.Exists(HasVariables) == true,
        _ => false,
    };

    private static JsonNode? Fill(GraphQLValue value, Variables? variables) => value switch
    {
        GraphQLVariable variable => Given(variable, variables, out var given) ? JsonSerializer.SerializeToNode(given) : null,
        GraphQLObjectValue obj => FillObject(obj, variables),
        GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(item => Fill(item, variables))]),
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLBooleanValue truth => truth.BoolValue,
        GraphQLIntValue or GraphQLFloatValue => JsonNode.Parse(((IHasValueNode)value).Value.ToString()),
        _ => null,
    };

    /// <summary>Fills an object. A member whose variable has no value is omitted (GraphQL specification of 2021, section 3.10).</summary>
    private static JsonObject FillObject(GraphQLObjectValue value, Variables? variables)
    {
        var filled = new JsonObject();
        foreach (var field in value.Fields ?? [])
        {
            if (field.Value is not GraphQLVariable variable || Given(variable, variables, out _))
            {
                filled[field.Name.StringValue] = Fill(field.Value, variables);
            }
        }

        return filled;
    }

    private static bool Given(GraphQLVariable variable, Variables? variables, out object? value)
    {
        value = null;
        if (variables?.ValueFor(variable.Name, out var given) != true)
        {
            return false;
        }

        value = given.Value;
        return true;
    }
}
