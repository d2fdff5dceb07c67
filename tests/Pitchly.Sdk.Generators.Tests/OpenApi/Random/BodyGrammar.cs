using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Creates random request bodies and responses, of every kind of content.</summary>
internal sealed class BodyGrammar(Choices choices, SchemaGrammar schemas)
{
    public JsonObject RequestBody()
    {
        var content = new JsonObject();
        foreach (var mediaType in choices.Some(
            [
                "application/json",
                "application/vnd.a+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/plain",
                "application/octet-stream",
                "application/merge-patch+json"
            ], 1, 2))
        {
            content[mediaType] = MediaOf(mediaType);
        }

        var body = new JsonObject { ["content"] = content };
        if (choices.OnceIn(2))
        {
            body["required"] = true;
        }

        return body;
    }

    public JsonObject Responses(string method)
    {
        var responses = new JsonObject();
        foreach (var status in choices.Some(["200", "201", "2XX", "204", "304", "400", "404", "4XX", "default"], 1, 4))
        {
            responses[status] = ResponseOf(status, method);
        }

        return responses;
    }

    public static JsonObject Answer(string description, string mediaType, JsonObject? schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [mediaType] = schema is null ? [] : new JsonObject { ["schema"] = schema.DeepClone() } },
    };

    private JsonObject ResponseOf(string status, string method)
    {
        var isEmpty = status is "204" or "304" || method == "head" || choices.OnceIn(5);
        var mediaType = status is "200" or "201" or "2XX"
            ? choices.One("application/json", "application/hal+json", "text/plain", "image/png", "text/event-stream", "application/jsonl")
            : choices.One("application/json", "application/problem+json");
        var schema =
            mediaType is "image/png" ? null : mediaType is "text/plain" ? new JsonObject { ["type"] = "string" } : schemas.Any(1).Copy;
        var response = isEmpty ? new JsonObject { ["description"] = "Nothing." } : Answer("Something.", mediaType, schema);
        if (!isEmpty && choices.OnceIn(6))
        {
            ((JsonObject)response["content"]!).TryAdd("text/plain", new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } });
        }

        if (choices.OnceIn(4))
        {
            response["headers"] = new JsonObject { ["X-Rate"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer" } } };
        }

        return response;
    }

    private JsonObject MediaOf(string mediaType) => mediaType switch
    {
        "text/plain" => new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
        "application/octet-stream" => [],
        "multipart/form-data" => new JsonObject { ["schema"] = Parts() },
        "application/x-www-form-urlencoded" => new JsonObject { ["schema"] = Fields() },
        "application/merge-patch+json" => new JsonObject { ["schema"] = schemas.Object(1).Copy },
        _ => new JsonObject { ["schema"] = schemas.Any(1).Copy },
    };

    private JsonObject Parts() => schemas.Make(
    [
        new Member("file", ScalarShapes.Of("string", "binary", _ => ""), choices.OnceIn(2)),
        .. schemas.Members(depth: 2).Where(member => member.Name is not ("file" or "")),
    ]).Copy;

    private JsonObject Fields() => schemas.Make(
    [
        new Member("first", ScalarShapes.Scalar(choices), true),
        new Member("ids", SchemaGrammar.List(ScalarShapes.Scalar(choices)), false),
        new Member("state", ScalarShapes.Enum(choices, isNew: true), false),
    ]).Copy;
}
