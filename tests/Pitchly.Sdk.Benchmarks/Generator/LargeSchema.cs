using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Sdk.Benchmarks.Generator;

/// <summary>A schema with the specified number of endpoints, each with its own type.</summary>
internal sealed class LargeSchema(int operations) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(Write(operations).ToJsonString());

    public override string Path => "large.pitchly.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>Returns the same contract as an OpenAPI document.</summary>
    public static string OpenApi(int operations) => OpenApi(operations, operations);

    /// <summary>Returns an OpenAPI document with the specified numbers of operations and types.</summary>
    public static string OpenApi(int operations, int types) => new JsonObject
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = "Large", ["version"] = "1.0" },
        ["paths"] = Each(operations, i => ($"/things{i}/{{id}}", new JsonObject { ["get"] = Operation(i, "#/components/schemas/") })),
        ["components"] = new JsonObject { ["schemas"] = Each(types, i => Type(i, types, "#/components/schemas/")) },
    }.ToJsonString();

    private static JsonObject Write(int operations) => new()
    {
        ["pitchly"] = "1.0",
        ["namespace"] = "Large",
        ["types"] = Each(operations, i => Type(i, operations, "#/types/")),
        ["clients"] = new JsonObject { ["Large"] = new JsonObject { ["endpoints"] = Each(operations, Endpoint) } },
    };

    private static (string Name, JsonNode Node) Endpoint(int i)
    {
        var endpoint = Operation(i, "#/types/");
        (endpoint["method"], endpoint["path"]) = ("GET", $"/things{i}/{{id}}");
        endpoint.Remove("operationId");
        return ($"get{i}", endpoint);
    }

    private static (string Name, JsonNode Node) Type(int i, int operations, string types) => ($"Thing{i}", JsonNode.Parse($$"""
        {
          "type": "object", "required": ["_id", "name", "tags"],
          "properties": {
            "_id": { "type": "string" }, "name": { "type": "string" }, "size": { "type": "number" },
            "tags": { "type": "array", "items": { "type": "string" } }, "next": { "$ref": "{{types}}Thing{{(i + 1) % operations}}" }
          }
        }
        """)!);

    private static JsonObject Operation(int i, string types) => JsonNode.Parse($$"""
        {
          "operationId": "get{{i}}",
          "parameters": [
            { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
            { "name": "limit", "in": "query", "schema": { "type": "integer" } }
          ],
          "responses": {
            "200": { "description": "It.", "content": { "application/json": { "schema": { "$ref": "{{types}}Thing{{i}}" } } } }
          }
        }
        """)!.AsObject();

    private static JsonObject Each(int operations, Func<int, (string Name, JsonNode Node)> write)
    {
        var all = new JsonObject();
        for (var i = 0; i < operations; i++)
        {
            var (name, node) = write(i);
            all[name] = node;
        }

        return all;
    }
}
