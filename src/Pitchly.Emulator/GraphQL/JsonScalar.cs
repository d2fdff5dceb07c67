using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Any JSON value; inside the emulator a <see cref="JsonElement"/>, or a <see cref="JsonTemplate"/> of one.</summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public JsonScalar() => Name = "JSON";

    public override object? ParseValue(object? value) => value is JsonElement ? value : JsonSerializer.SerializeToElement(value);

    /// <summary>Variables are not known yet where a literal is parsed, so one that holds some is filled in later.</summary>
    public override object? ParseLiteral(GraphQLValue value)
    {
        var template = new JsonTemplate(value);
        return JsonTemplate.HasVariables(value) ? template : template.Fill(null);
    }

    public override object? Serialize(object? value) => value;
}
