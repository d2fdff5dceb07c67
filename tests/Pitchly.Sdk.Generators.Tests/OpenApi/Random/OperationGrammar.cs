using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Creates random operations: parameters, bodies, responses, pages, callbacks, and security requirements.</summary>
internal sealed class OperationGrammar(Choices choices, SchemaGrammar schemas, IReadOnlyList<string> securitySchemes)
{
    private static readonly string[] ObjectMembers = ["min", "max", "near"];

    private int _number;

    /// <summary>Returns the paths of a document.</summary>
    public JsonObject Paths()
    {
        var paths = new JsonObject();
        for (var count = 1 + choices.Below(4); count > 0; count--)
        {
            var inPath = choices.Some(["id", "row-id", "path", "class"], 0, 2);
            var path =
                "/" + choices.One("rows", "v1/deals", "a.b", "search:run") + _number + string.Concat(inPath.Select(name => $"/{{{name}}}"));
            var item = new JsonObject();
            if (inPath.Count > 0)
            {
                item["parameters"] = new JsonArray([.. inPath.Select(name => PathParameter(name))]);
            }

            foreach (var method in choices.Some(["get", "post", "put", "delete", "patch", "head"], 1, 3))
            {
                item[method] = Operation(method, inPath);
            }

            paths[path] = item;
        }

        return paths;
    }

    /// <summary>Returns an operation.</summary>
    public JsonObject Operation(string method, IReadOnlyCollection<string> inPath)
    {
        _number++;
        var operation = new JsonObject();
        if (!choices.OnceIn(4))
        {
            operation["operationId"] = choices.One("list", "rows.get", "do-it", "class", "Get_Row", "connect", "dispose") + _number;
        }

        if (choices.OnceIn(3))
        {
            operation["tags"] = new JsonArray(choices.One("rows", "Deals & more", "class"));
            operation["description"] = choices.One(Words.Notes);
        }

        if (choices.OnceIn(8))
        {
            operation["deprecated"] = true;
        }

        var parameters = choices.Some(["limit", "filter", "ids", "from", "x-trace", "session", "in"], 0, 4)
            .Where(name => !inPath.Contains(name))
            .Select(Parameter)
            .ToArray();
        if (parameters.Length > 0)
        {
            operation["parameters"] = new JsonArray(parameters);
        }

        if (method is "post" or "put" or "patch" && choices.OnceIn(2))
        {
            operation["requestBody"] = new BodyGrammar(choices, schemas).RequestBody();
        }

        operation["responses"] = new BodyGrammar(choices, schemas).Responses(method);
        if (method == "get" && choices.OnceIn(6))
        {
            AddPages(operation);
        }

        if (method == "post" && choices.OnceIn(5))
        {
            operation["callbacks"] =
                new JsonObject { ["done" + _number] = new JsonObject { ["{$request.query.url}"] = new JsonObject { ["post"] = Hook() } } };
        }

        if (choices.OnceIn(5))
        {
            operation["security"] = Security();
        }

        return operation;
    }

    /// <summary>Returns a webhook, which the server sends.</summary>
    public JsonObject Hook() => new()
    {
        ["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Any(2).Copy } }
        },
        ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "Taken." } },
    };

    /// <summary>Returns security requirements. A call must satisfy one of them completely.</summary>
    public JsonArray Security() => [.. choices.Some(securitySchemes, 0, 2).Select(name => new JsonObject { [name] = new JsonArray() })];

    private JsonNode PathParameter(string name)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true };
        AddStyle(parameter, choices.One("simple", "label", "matrix"));
        return parameter;
    }

    private JsonNode Parameter(string name)
    {
        var place = choices.One("query", "header", "cookie");
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (choices.OnceIn(3))
        {
            parameter["required"] = true;
        }

        if (choices.OnceIn(3))
        {
            parameter["description"] = choices.One(Words.Notes);
        }

        if (choices.OnceIn(8))
        {
            parameter["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Any(2).Copy } };
            return parameter;
        }

        AddStyle(parameter, place == "query"
            ? choices.One("form", "spaceDelimited", "pipeDelimited", "deepObject")
            : place == "cookie" ? "form" : "simple");
        if (place == "query" && choices.OnceIn(5))
        {
            parameter["allowReserved"] = true;
        }

        return parameter;
    }

    private void AddStyle(JsonObject parameter, string style)
    {
        var isObject = style == "deepObject" || choices.OnceIn(4) && style is not ("spaceDelimited" or "pipeDelimited");
        var isList = !isObject && (style is "spaceDelimited" or "pipeDelimited" || choices.OnceIn(3));
        parameter["schema"] = isObject
            ? schemas.Make([.. choices.Some(ObjectMembers, 1, 3).Select(name => new Member(name, Plain(), choices.OnceIn(2)))]).Schema
            : isList ? SchemaGrammar.List(Plain()).Schema : Plain().Schema;
        if (choices.OnceIn(2) || style is not ("simple" or "form"))
        {
            parameter["style"] = style;
        }

        if (style == "deepObject")
        {
            parameter["explode"] = true;
        }
        else if (choices.OnceIn(2))
        {
            parameter["explode"] = choices.OnceIn(2) && style is not ("spaceDelimited" or "pipeDelimited");
        }
    }

    private Shape Plain() => choices.OnceIn(4) ? ScalarShapes.Enum(choices, isNew: true) : ScalarShapes.Scalar(choices);

    /// <summary>Adds a list with pages, in one of the ways that the dialect supports.</summary>
    private void AddPages(JsonObject operation)
    {
        var page = schemas.Make(
        [
            new Member("value", SchemaGrammar.List(schemas.Any(2)), true),
            new Member("next", ScalarShapes.Of("string", null, _ => ""), false)
        ]);
        operation["responses"] = new JsonObject { ["200"] = BodyGrammar.Answer("A page.", "application/json", page.Schema) };
        operation["parameters"] =
            new JsonArray(new JsonObject { ["name"] = "cursor", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } });
        operation["x-pitchly-paging"] = choices.Below(3) switch
        {
            0 => new JsonObject { ["by"] = "cursor", ["items"] = "/value", ["next"] = "/next", ["parameter"] = "cursor" },
            1 => new JsonObject { ["by"] = "url", ["items"] = "/value", ["next"] = "/next" },
            _ => new JsonObject { ["by"] = "link", ["items"] = "/value" },
        };
    }
}
