using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using YamlDotNet.Serialization;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>A random OpenAPI document. It uses only features that the table in docs/openapi.md marks as full.</summary>
internal sealed class RandomDocument
{
    private const string Schemas = "#/components/schemas/";

    /// <summary>
    /// The path of the schemas if they are in a separate file. The file's name replaces the placeholder when the file is written.
    /// </summary>
    private const string PartFile = "parts/@.json";

    private static readonly string[] SecuritySchemes = ["token", "key", "query key", "login", "oauth"];

    private readonly Component _everything;

    public RandomDocument(int[] numbers)
    {
        var choices = new Choices(numbers);
        var isNew = choices.OnceIn(2);
        var isSpread = choices.OnceIn(4);
        var components = new ComponentGrammar(choices, isNew, name => (isSpread ? PartFile + "#/" : Schemas) + Uri.EscapeDataString(name));
        components.Make();
        _everything = components.Components[^1];
        var operations = new OperationGrammar(choices, components.Schemas, SecuritySchemes);
        Root = new JsonObject
        {
            ["openapi"] = isNew ? "3.1.0" : "3.0.3",
            ["info"] = new JsonObject { ["title"] = choices.One("Store", "class", "My API (v2)", "名前"), ["version"] = "1" },
            ["paths"] = operations.Paths(),
            ["security"] = operations.Security(),
        };
        if (isNew && choices.OnceIn(3))
        {
            Root["webhooks"] = new JsonObject
            {
                ["row.changed"] = new JsonObject { ["post"] = operations.Hook() },
                ["ping"] = new JsonObject { ["post"] = operations.Hook() }
            };
        }

        if (choices.OnceIn(3))
        {
            Root["servers"] = new JsonArray(Server(choices));
        }

        var schemas =
            new JsonObject(components.Components.Select(component => KeyValuePair.Create(component.Name, (JsonNode?)component.Shape.Copy)));
        Root["components"] = new JsonObject { ["securitySchemes"] = SecuritySchemesNode() };
        if (!isSpread)
        {
            Root["components"]!["schemas"] = schemas;
            return;
        }

        Part = schemas;
        Root["components"]!["schemas"] =
            new JsonObject { [ComponentGrammar.Everything] = new JsonObject { ["$ref"] = _everything.Pointer } };
    }

    public static Gen<RandomDocument> Gen { get; } = CsCheck.Gen.Int[0, 9999].Array[0, 400].Select(numbers => new RandomDocument(numbers));

    private JsonObject Root { get; }

    private JsonObject? Part { get; }

    /// <summary>Returns the document's files as JSON.</summary>
    public IEnumerable<(string Name, string Text)> Json(string name) => Files(name, ".json", node => node.ToJsonString());

    /// <summary>Returns the same files, with the first one as YAML.</summary>
    public IEnumerable<(string Name, string Text)> Yaml(string name) =>
        Files(name, ".yaml", node => new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(Plain(node)!));

    private IEnumerable<(string Name, string Text)> Files(string name, string extension, Func<JsonNode, string> write)
    {
        var part = PartFile.Replace("@", name, StringComparison.Ordinal);
        yield return (name + ".openapi" + extension, write(Root).Replace(PartFile, part, StringComparison.Ordinal));
        if (Part is not null)
        {
            yield return (part, Part.ToJsonString().Replace(PartFile, "", StringComparison.Ordinal));
        }
    }

    /// <summary>Returns a value of the component that contains all others.</summary>
    public JsonNode Value(int seed) => _everything.Shape.Value(new Values(seed))!;

    private static JsonObject Server(Choices choices) => choices.Below(3) switch
    {
        0 => new JsonObject { ["url"] = "https://a.example/api" },
        1 => new JsonObject { ["url"] = "/v1", ["description"] = choices.One(Words.Notes) },
        _ => new JsonObject
        {
            ["url"] = "https://{class}.example/{base-path}",
            ["variables"] = new JsonObject { ["class"] = new JsonObject { ["default"] = "a\"b", ["enum"] = new JsonArray("a\"b", "c") } },
        },
    };

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject obj => obj.ToDictionary(member => member.Key, member => Plain(member.Value)),
        JsonArray array => array.Select(Plain).ToList(),
        null => null,
        _ when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        _ when node.GetValueKind() == JsonValueKind.Number => decimal.TryParse(
            node.ToJsonString(), CultureInfo.InvariantCulture, out var number)
            ? number : double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture),
        _ => node.GetValue<bool>(),
    };

    private static JsonObject SecuritySchemesNode() => new()
    {
        ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
        ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Key" },
        ["query key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = "key" },
        ["login"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic" },
        ["oauth"] = new JsonObject
        {
            ["type"] = "oauth2",
            ["flows"] = new JsonObject
            {
                ["clientCredentials"] = new JsonObject { ["tokenUrl"] = "https://id.example/token", ["scopes"] = new JsonObject() }
            },
        },
    };
}
