using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Plain values: all types and formats of the table in docs/openapi.md, enums, and constants.</summary>
internal static class ScalarShapes
{
    public static Shape Scalar(Choices choices) => choices.Below(26) switch
    {
        0 => Of("string", null, values => values.Text()),
        1 => Of("integer", null, values => values.Whole()),
        2 => Of("boolean", null, values => values.One(true, false)),
        3 => Of("number", null, values => values.Real()),
        4 => Of("integer", "int32", values => values.SmallWhole()),
        5 => Of("integer", "int64", values => values.Whole()),
        6 => Of("string", "date", values => values.Date()),
        7 => Of("string", "date-time", values => values.DateTime()),
        8 => Of("string", "time", values => values.Time()),
        9 => Of("string", "duration", values => values.Duration()),
        10 => Of("string", "uuid", values => values.Uuid()),
        11 => Of("string", "uri", values => values.Uri()),
        12 => Of("string", "byte", values => values.Bytes()),
        13 => Of("string", "password", values => values.One("hush", "Ünïcödé")),
        14 => Of("string", "int64", values => values.Whole().ToString(CultureInfo.InvariantCulture)),
        15 => Of("string", "decimal", values => values.One("0", "1.50", "-79228162514264337593543950335")),
        16 => Of("number", "float", values => values.One(0f, 1.5f, -0.1f, float.MaxValue)),
        17 => Of("number", "double", values => values.Real()),
        18 => Of("number", "decimal", values => values.One(0m, 1.50m, decimal.MinValue)),
        19 => Of(
            "integer",
            "uint64",
            values => JsonNode.Parse(values.One("0", "18446744073709551615", "-340282366920938463463374607431768211456"))!),
        20 => Of("integer", "unix-time", values => values.One(0, 1_700_000_000)),
        21 => Of("string", "email", values => "a@b.example"),
        22 => With("maxLength", 10, Of("string", null, values => "short")),
        23 => With("pattern", "^[a-z]+$", Of("string", null, values => "abc")),
        24 => With("minimum", -5, With("multipleOf", 1, Of("integer", null, values => values.One(0L, -5L)))),
        _ => With("maximum", JsonNode.Parse("340282366920938463463374607431768211455")!, Of(
            "integer", null, values => JsonNode.Parse(values.One("1", "340282366920938463463374607431768211455"))!)),
    };

    public static Shape Enum(Choices choices, bool isNew)
    {
        if (choices.OnceIn(4))
        {
            var numbers = choices.Some([0, 1, -1, 2, 404, int.MaxValue], 1, 4);
            var ofNumbers = Of("integer", choices.One(null, "int32", "int64"), values => values.One([.. numbers, 7]));
            ofNumbers.Schema["enum"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]);
            return ofNumbers;
        }

        var texts = choices.Some(Words.Values, 1, 5);
        var ofTexts = Of("string", null, values => values.One([.. texts, "of a later version"]));
        ofTexts.Schema["enum"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        if (choices.OnceIn(5))
        {
            ofTexts.Schema["x-enum-varnames"] = new JsonArray([.. texts.Select((_, index) => (JsonNode)("Case" + index))]);
        }

        if (choices.OnceIn(5) && isNew)
        {
            ofTexts.Schema["default"] = texts[0];
        }

        return ofTexts;
    }

    /// <summary>Returns a constant. OpenAPI 3.0 has no <c>const</c>, so there it is an enum with one value.</summary>
    public static Shape Constant(Choices choices, bool isNew)
    {
        JsonNode value = choices.Below(3) switch { 0 => choices.One(Words.Values), 1 => choices.One(0, 1, -7), _ => true };
        if (isNew)
        {
            return new Shape(new JsonObject { ["const"] = value }, _ => value.DeepClone());
        }

        return new Shape(
            new JsonObject { ["type"] = TypeOf(value.GetValueKind()), ["enum"] = new JsonArray(value.DeepClone()) },
            _ => value.DeepClone());
    }

    public static Shape Of<T>(string type, string? format, Func<Values, T> value)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return new Shape(schema, values => value(values) switch { JsonNode node => node, var plain => JsonValue.Create(plain) });
    }

    private static string TypeOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "integer",
        _ => "boolean",
    };

    private static Shape With(string word, JsonNode value, Shape shape)
    {
        shape.Schema[word] = value;
        return shape;
    }
}
