using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Pitchly.Generators.Tests;

/// <summary>
/// Changes a schema at random: the author's names (which usually keeps the schema valid), any part of its tree, or its text.
/// </summary>
internal sealed record SchemaMutation(SchemaMutation.Change Kind, int Place, int Word)
{
    public enum Change
    {
        Remove,
        Rename,
        Copy,
        Text,
        Kind,
        Swap,
        Letters,
        AuthorsName,
        AuthorsText,
        Flag,
    }

    /// <summary>The keywords whose entries have names chosen by the author.</summary>
    private static readonly string[] Named = ["types", "properties", "channels", "events", "requests", "commands", "clients", "endpoints"];

    private static readonly string[] Texts =
    [
        "description", "title", "const", "csharpName", "namespace", "name", "field", "path", "enum", "required"
    ];

    private static readonly string[] Flags =
    [
        "required", "cached", "deprecated", "internal", "idempotent", "secret", "graphqlScalar", "navigation"
    ];

    private static readonly Change[] Weighted =
    [
        Change.Remove, Change.Rename, Change.Copy, Change.Text, Change.Kind, Change.Swap, Change.Letters,
        Change.AuthorsName, Change.AuthorsName, Change.AuthorsName, Change.AuthorsName, Change.AuthorsName, Change.AuthorsName,
        Change.AuthorsText, Change.AuthorsText, Change.Flag, Change.Flag,
    ];

    /// <summary>Words with a meaning: keywords, C# names, names of the runtime, and texts that are not valid names.</summary>
    private static readonly string[] Words =
    [
        "type", "object", "string", "integer", "number", "boolean", "array", "null", "properties", "items", "required", "oneOf", "enum",
        "const", "$ref", "id",
        "secret", "format", "date-time", "uri", "additionalProperties", "graphqlScalar", "csharpName", "description", "deprecated", "title",
        "events", "requests",
        "commands", "payload", "reply", "raises", "cached", "internal", "method", "path", "query", "header", "graphql", "operation",
        "field", "arguments", "result", "subscription", "subscriptionsPath",
        "class", "namespace", "void", "record", "value", "Value", "await", "var", "nameof", "ToString", "Equals", "reader", "writer", "i",
        "i1", "present", "pair",
        "cancellationToken", "payload", "request", "JsonRead", "JsonText", "ValueTask", "Uri", "Func", "Type", "System", "Pitchly",
        "Microsoft", "Kitchen",
        "Dish", "dish", "DISH", "Order", "Menu", "Tree", "DishId", "#/types/Dish", "#/types/Tree", "#/types/Loose", "#/types/Nothing",
        "kitchen.pitchly.json#/types/Dish",
        "", " ", "-", "_", "1", "1a", "a-b", "aB", "ä", "ß", "名", "\u2028", "*/", "<x>&\"", "\\", "{id}", "{", "/x/{id}", "/x/{a}/{b}",
        "GET", "POST", "On", "Raise",
        "Clone", "Deconstruct", "Dispose", "Connect", "Handshake", "Start", "UnknownMessage", "CallbackFailed", "Received", "From", "ID!",
        "[ID!]!", "JSON", "200", "4XX", "default",
        "application/json", "application/x-www-form-urlencoded", "server", "any", "variable", "Case1", "Item",
    ];

    public static readonly Gen<SchemaMutation> Gen =
        CsCheck.Gen.Select(
            CsCheck.Gen.Int[0, Weighted.Length - 1],
            CsCheck.Gen.Int[0, 4000],
            CsCheck.Gen.Int[0, 4000],
            (kind, place, word) => new SchemaMutation(Weighted[kind], place, word));

    private string Text => Words[Word % Words.Length];

    /// <summary>Applies mutations to the tree, and then mutations of the text to its text.</summary>
    public static string Apply(string schema, IEnumerable<SchemaMutation> mutations)
    {
        var tree = JsonNode.Parse(
            schema, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;
        foreach (var mutation in mutations.Where(mutation => mutation.Kind != Change.Letters))
        {
            mutation.ApplyTo(tree);
        }

        var text = tree.ToJsonString();
        foreach (var mutation in mutations.Where(mutation => mutation.Kind == Change.Letters))
        {
            var at = mutation.Place % text.Length;
            text = mutation.Word % 2 == 0 ? text.Remove(at, 1) : text.Insert(at, mutation.Text);
        }

        return text;
    }

    private void ApplyTo(JsonNode root)
    {
        var places = Places(root, "").Where(Fits).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var place = places[Place % places.Count];
        switch (place.Owner)
        {
            case JsonObject obj:
                ApplyTo(root, obj, place.Key, places);
                break;
            case JsonArray array:
                ApplyTo(array, int.Parse(place.Key, CultureInfo.InvariantCulture), places);
                break;
        }
    }

    private bool Fits(Position place) => Kind switch
    {
        Change.AuthorsName => Named.Contains(place.OwnersKey),
        Change.AuthorsText => IsText(place.Value) && (Texts.Contains(place.Key) || Texts.Contains(place.OwnersKey)),
        Change.Flag => place.Owner is JsonObject && !Named.Contains(place.OwnersKey),
        _ => true,
    };

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private void ApplyTo(JsonNode root, JsonObject owner, string key, List<Position> places)
    {
        var value = owner[key];
        switch (Kind)
        {
            case Change.Remove:
                owner.Remove(key);
                break;
            case Change.Rename or Change.AuthorsName:
                var index = owner.IndexOf(key);
                owner.RemoveAt(index);
                owner.Remove(Text);
                owner.Insert(Math.Min(index, owner.Count), Text, value);
                Follow(root, key);
                break;
            case Change.Copy:
                owner[Text] = value?.DeepClone();
                break;
            case Change.Flag:
                owner[Flags[Word % Flags.Length]] = Word % 3 != 0;
                break;
            default:
                owner[key] = Replacement(places);
                break;
        }
    }

    private void ApplyTo(JsonArray owner, int index, List<Position> places)
    {
        switch (Kind)
        {
            case Change.Remove:
                owner.RemoveAt(index);
                break;
            case Change.Rename or Change.Copy or Change.AuthorsName:
                owner.Add(owner[index]?.DeepClone());
                break;
            default:
                owner[index] = Replacement(places);
                break;
        }
    }

    /// <summary>Updates references and lists of required properties after a rename.</summary>
    private void Follow(JsonNode root, string oldName)
    {
        foreach (var place in Places(root, "")
            .Where(place => place.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            .ToList())
        {
            var text = place.Value!.GetValue<string>();
            var followed = text.EndsWith("#/types/" + oldName, StringComparison.Ordinal) ? text[..^oldName.Length] + Text
                : text == oldName && place.OwnersKey is "required" or "raises" ? Text
                : text;
            if (followed == text)
            {
                continue;
            }

            if (place.Owner is JsonObject obj)
            {
                obj[place.Key] = followed;
            }
            else
            {
                place.Owner[int.Parse(place.Key, CultureInfo.InvariantCulture)] = followed;
            }
        }
    }

    private JsonNode? Replacement(List<Position> places) => Kind switch
    {
        Change.Text or Change.AuthorsText => Text,
        Change.Kind => (Word % 6) switch
        {
            0 => true,
            1 => false,
            2 => new JsonObject(),
            3 => new JsonArray(),
            4 => 1,
            _ => null,
        },
        _ => places[Word % places.Count].Value?.DeepClone(),
    };

    private static IEnumerable<Position> Places(JsonNode node, string key)
    {
        var inner = node switch
        {
            JsonObject obj => obj.Select(member => (member.Key, member.Value)),
            JsonArray array => array.Select((item, index) => (index.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, value) in inner)
        {
            yield return new Position(node, name, key, value);
            foreach (var place in value is null ? [] : Places(value, name))
            {
                yield return place;
            }
        }
    }

    private sealed record Position(JsonNode Owner, string Key, string OwnersKey, JsonNode? Value);
}
