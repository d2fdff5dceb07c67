using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>A schema, and how values that are valid by it are made.</summary>
/// <param name="Schema">The schema, as it stands in the document.</param>
/// <param name="Value">Makes a value.</param>
internal sealed record Shape(JsonObject Schema, Func<Values, JsonNode?> Value)
{
    /// <summary>Gets a schema that may be used again, since a node has one place only.</summary>
    public JsonObject Copy => (JsonObject)Schema.DeepClone();

    /// <summary>Gets whether it refers to a component.</summary>
    public bool IsReference { get; init; }

    /// <summary>Makes a value within another.</summary>
    public JsonNode? Deep(Values values)
    {
        values.Depth++;
        var value = Value(values);
        values.Depth--;
        return value;
    }
}
