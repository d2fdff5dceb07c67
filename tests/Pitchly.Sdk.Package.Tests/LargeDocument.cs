using System.Text.Json.Nodes;

namespace Pitchly.Package.Tests;

/// <summary>Creates a large document from copies of a small one, each with its own names.</summary>
internal static class LargeDocument
{
    private const string Schemas = "#/components/schemas/";

    /// <summary>Returns a document whose types and operations are copies of those of another document.</summary>
    /// <param name="document">The small document.</param>
    /// <param name="copies">The number of copies.</param>
    public static string Of(string document, int copies)
    {
        var large = Copy(document, "A0");
        foreach (var copy in Enumerable.Range(1, copies - 1).Select(number => Copy(document, "A" + number)))
        {
            Move(copy["paths"]!, large["paths"]!);
            Move(copy["components"]!["schemas"]!, large["components"]!["schemas"]!);
        }

        return large.ToJsonString();
    }

    private static JsonObject Copy(string document, string prefix)
    {
        var copy = JsonNode.Parse(document.Replace(Schemas, Schemas + prefix, StringComparison.Ordinal))!.AsObject();
        copy["paths"] = new JsonObject(copy["paths"]!.AsObject().Select(path => Renamed($"/{prefix}{path.Key}", path.Value)));
        copy["components"]!["schemas"] =
            new JsonObject(copy["components"]!["schemas"]!.AsObject().Select(schema => Renamed(prefix + schema.Key, schema.Value)));
        foreach (var operation in copy["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(member => member.Value)
            .OfType<JsonObject>())
        {
            if (operation["operationId"] is { } id)
            {
                operation["operationId"] = $"{prefix}_{id}";
            }
        }

        return copy;
    }

    private static KeyValuePair<string, JsonNode?> Renamed(string name, JsonNode? node) => new(name, node?.DeepClone());

    private static void Move(JsonNode from, JsonNode to)
    {
        foreach (var (name, node) in from.AsObject())
        {
            to[name] = node?.DeepClone();
        }
    }
}
