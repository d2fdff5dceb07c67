using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>A schema, with a function that creates valid values for it.</summary>
/// <param name="Schema">The schema in the document.</param>
/// <param name="Value">The function that creates a value.</param>
internal sealed record Shape(JsonObject Schema, Func<Values, JsonNode?> Value)
{
    /// <summary>Gets a copy of the schema for another use, since a node can have only one parent.</summary>
    public JsonObject Copy => (JsonObject)Schema.DeepClone();

    /// <summary>Gets a value indicating whether the schema is a reference to a component.</summary>
    public bool IsReference { get; init; }

    /// <summary>Creates a value within another value.</summary>
    public JsonNode? Deep(Values values)
    {
        values.Depth++;
        var value = Value(values);
        values.Depth--;
        return value;
    }
}
