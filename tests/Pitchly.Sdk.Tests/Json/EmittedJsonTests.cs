using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Kitchen.Sink;
using Pitchly.Json;

namespace Pitchly.Sdk.Tests.Json;

/// <summary>Tests the emitted readers and writers of the kitchen schema.</summary>
public sealed class EmittedJsonTests
{
    private const string Full = """
        {"kind":"dish","_id":"d1","name":"Soup \"à l’oignon\"","course":"starter","price":12.50,"weight":0.25,"calories":250,
         "sold":9000000000,"vegan":true,"note":null,"served":"2026-11-24T12:00:00-06:00","picture":"https://example.com/x y",
         "batch":"0f8fad5b-d9cb-469f-a165-70867728950e",
         "recipe":"hush","tags":["a","b"],"grid":[[1,null],[]],"prices":{"small":1.5},"menus":{"m":["d2"]},
         "extra":{ "x" : [1,2] },"anything":[true],"sides":[],"garnish":{"class":"herb","event":true},"old":"x"}
        """;

    private const string Least = """
        {"kind":"dish","_id":"d1","name":"","course":"x","price":0,"tags":[],"served":0,"vegan":false,"note":"n"}
        """;

    [Fact]
    public void Every_kind_of_member_is_read()
    {
        var dish = Read<Dish>(Full);
        Assert.Equal("Soup \"à l’oignon\"", dish.Name);
        Assert.Equal(Course.Starter, dish.Course);
        Assert.Equal((12.50m, 0.25, 250, 9_000_000_000, true), (dish.Price, dish.Weight, dish.Calories, dish.Sold, dish.Vegan));
        Assert.Null(dish.Note);
        Assert.Equal(TimeSpan.FromHours(-6), dish.Served.Offset);
        Assert.Equal("hush", dish.Recipe!.Reveal());
        Assert.Equal([1, null], dish.Grid![0]);
        Assert.Equal(1.5, dish.Prices!["small"]);
        Assert.Equal(new DishId("d2"), Assert.Single(dish.Menus!["m"]));
        Assert.Equal("""{ "x" : [1,2] }""", dish.Extra.ToString());
        Assert.Equal("herb", dish.Garnish!.ClassName);
    }

    [Fact]
    public void Read_values_are_written_unchanged() =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Full), JsonElement.Parse(JsonText.From(Read<Dish>(Full)).ToString())));

    [Fact]
    public void Absent_members_are_null_and_are_not_written()
    {
        var dish = Read<Dish>(Least);
        Assert.Null(dish.Weight);
        Assert.Null(dish.Anything);
        Assert.DoesNotContain("weight", JsonText.From(dish).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("4.0")]
    [InlineData("4e0")]
    [InlineData("\"4\"")]
    public void Number_or_numeric_string_is_read_as_a_number(string portions)
    {
        var dish = Read<Dish>(Least.Insert(1, $"\"portions\":{portions},"));
        Assert.Equal(4, dish.Portions);
        Assert.Contains("\"portions\":4", JsonText.From(dish).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.5")]
    [InlineData("\"four\"")]
    [InlineData("\"4.0\"")]
    [InlineData("\" 4\"")]
    [InlineData("\"9999999999\"")]
    [InlineData("true")]
    public void String_that_is_not_a_number_is_refused(string portions) =>
        Assert.Contains(
            "Dish.portions",
            Assert.Throws<JsonException>(() => Read<Dish>(Least.Insert(1, $"\"portions\":{portions},"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Unknown_members_and_values_are_accepted()
    {
        var dish = Read<Dish>(Least.Insert(1, "\"new\":{\"deep\":[1,{}]},"));
        Assert.Equal("x", dish.Course.Value);
        Assert.NotEqual(Course.Starter, dish.Course);
    }

    [Theory]
    [InlineData("\"vegan\":false", "\"vegan\":\"no\"", "Dish.vegan: expected true or false, but found a string.")]
    [InlineData("\"_id\":\"d1\",", "", "Dish._id: the member is missing.")]
    [InlineData("\"_id\":\"d1\"", "\"_id\":\"\"", "DishId: an id can't be empty.")]
    [InlineData("\"kind\":\"dish\"", "\"kind\":\"drink\"", "Dish.kind: the value must be 'dish'.")]
    [InlineData("\"kind\":\"dish\",", "", "Dish.kind: the member is missing.")]
    [InlineData("\"tags\":[]", "\"tags\":[1]", "Dish.tags[]: expected a string, but found a number.")]
    [InlineData("\"tags\":[]", "\"tags\":null", "Dish.tags: expected an array, but found null.")]
    [InlineData("\"price\":0", "\"price\":1e400", "Dish.price: the value is not a number in the range of a decimal.")]
    [InlineData("\"served\":0", "\"served\":\"tomorrow\"", "Dish.served: the string is not a valid date.")]
    [InlineData("\"name\":\"\"", "\"name\":\"\\ud800\"", "Dish.name: the string contains an unpaired surrogate")]
    public void Error_names_the_wrong_member(string from, string to, string message)
    {
        var error = Assert.Throws<JsonException>(() => Read<Dish>(Least.Replace(from, to, StringComparison.Ordinal)));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"litres":1,"kind":"drink"}""", "drink 1")]
    [InlineData("""{"x":{"kind":"dish"},"kind":"drink","litres":2}""", "drink 2")]
    public void Union_is_read_by_its_constant_at_any_position(string json, string expected) =>
        Assert.Equal(expected, Read<Order>(json).Match(dish => "dish", drink => $"drink {drink.Litres}"));

    [Theory]
    [InlineData("\"a\"", "word a")]
    [InlineData("2.5", "number 2.5")]
    [InlineData("false", "truth False")]
    [InlineData("[\"a\",\"b\"]", "words 2")]
    [InlineData("""{"kind":"drink","litres":2}""", "drink")]
    public void Union_case_is_determined_by_the_JSON_kind(string json, string expected)
    {
        var loose = Read<Loose>(json);
        Assert.Equal(expected, loose.Match(
            word => "word " + word,
            number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"number {number}"),
            truth => $"truth {truth}",
            words => $"words {words.Count}",
            _ => "drink"));
        Assert.Equal(json, JsonText.From(loose).ToString());
    }

    [Fact]
    public void Value_that_matches_no_case_is_an_error() =>
        Assert.StartsWith(
            "Order: a string does not match any of the cases Dish, Drink.",
            Assert.Throws<JsonException>(() => Read<Order>("\"x\"")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Union_converts_from_and_to_its_cases()
    {
        Order order = new Drink { Litres = 1 };
        Assert.True(order.TryGetDrink(out var drink));
        Assert.Equal(1, drink.Litres);
        Assert.False(order.TryGetDish(out _));
        Assert.Equal(Order.FromDrink(new Drink { Litres = 1 }), order);
    }

    [Fact]
    public void Ids_of_the_same_type_compare_by_their_text()
    {
        Assert.Equal(new DishId("a"), new DishId("a"));
        Assert.True(new DishId("a").CompareTo(new DishId("b")) < 0);
        Assert.Equal("a", $"{new DishId("a")}");
        Assert.Throws<ArgumentException>(() => new DishId(""));
    }

    [Fact]
    public void A_record_does_not_print_its_secrets() =>
        Assert.DoesNotContain("hush", Read<Dish>(Full).ToString(), StringComparison.Ordinal);

    [Fact]
    public void JsonSerializer_reads_types_by_attribute_and_resolver()
    {
        var reflected = JsonSerializer.Deserialize<List<Dish>>($"[{Least}]")!;
        var resolved = JsonSerializer.Deserialize<IReadOnlyList<Dish>>(
            $"[{Least}]", new JsonSerializerOptions { TypeInfoResolver = KitchenJsonResolver.Default })!;
        Assert.Equal(reflected[0].Id, resolved[0].Id);
    }

    [Fact]
    public void Open_object_keeps_its_bytes_at_any_buffer_boundary()
    {
        HandwrittenValues.Object.Sample(
            value =>
            {
                var json = $$"""  { "x" : {{value.GetRawText()}} }  """;
                var utf8 = Encoding.UTF8.GetBytes(json);
                Assert.Equal(json.Trim(), Read<Extra>(json).ToString());
                for (var cut = 0; cut <= utf8.Length; cut += 7)
                {
                    var reader = new Utf8JsonReader(Segment.Split(utf8, cut));
                    reader.Read();
                    Assert.Equal(json.Trim(), Extra.ReadJson(ref reader).ToString());
                }
            },
            iter: 100);
    }

    private static T Read<T>(string json)
        where T : IPitchlyJson<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.ReadJson(ref reader);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Split(byte[] bytes, int at)
        {
            var second = new Segment { Memory = bytes.AsMemory(at), RunningIndex = at };
            return new ReadOnlySequence<byte>(new Segment { Memory = bytes.AsMemory(0, at), Next = second }, 0, second, bytes.Length - at);
        }
    }
}
