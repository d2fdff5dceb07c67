using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Any JSON value; inside the emulator always a <see cref="JsonElement"/>.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public JsonScalar() => Name = "JSON";

    public override object? ParseValue(object? value) => value is JsonElement ? value : JsonSerializer.SerializeToElement(value);

    public override object? ParseLiteral(GraphQLValue value) => ParseValue(Plain(value));

    public override object? Serialize(object? value) => value;

    private static object? Plain(GraphQLValue value) => value switch
    {
        GraphQLObjectValue obj => (obj.Fields ?? []).ToDictionary(field => field.Name.StringValue, field => Plain(field.Value)),
        GraphQLListValue list => (list.Values ?? []).Select(Plain).ToList(),
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLBooleanValue truth => truth.BoolValue,
        GraphQLIntValue or GraphQLFloatValue => JsonElement.Parse(((IHasValueNode)value).Value.ToString()),
        _ => null,
    };
}
