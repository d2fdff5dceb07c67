using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Pitchly.Emulator.GraphQL;

/// <summary>
/// The scalar for any JSON value. Its .NET value is a <see cref="JsonElement"/>, or a <see cref="JsonTemplate"/> if it contains variables.
/// </summary>
internal sealed class JsonScalar : ScalarGraphType
{
    public JsonScalar() => Name = "JSON";

    public override object? ParseValue(object? value) => value is JsonElement ? value : JsonSerializer.SerializeToElement(value);

    /// <summary>Parses a literal. The values of variables are not known at this point, so they are filled in later.</summary>
    public override object? ParseLiteral(GraphQLValue value)
    {
        var template = new JsonTemplate(value);
        return JsonTemplate.HasVariables(value) ? template : template.Fill(null);
    }

    public override object? Serialize(object? value) => value;
}
