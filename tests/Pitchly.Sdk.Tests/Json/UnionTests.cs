using System.Text;
using System.Text.Json;
using Unions;

namespace Pitchly.Sdk.Tests.Json;

/// <summary>Tests how the cases of unions are distinguished, and how constants and enums of any kind are sent.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData("""{"result":{"x":"ok"},"error":null}""", "Success { Result = Info { X = ok } }")]
    [InlineData("""{"error":null,"result":{"x":"ok"}}""", "Success { Result = Info { X = ok } }")]
    [InlineData("""{"result":null,"error":{"x":"no"}}""", "Failure { Error = Info { X = no } }")]
    [InlineData("""{"extra":{"error":1},"error":{"x":"no"},"result":null}""", "Failure { Error = Info { X = no } }")]
    public void Null_member_does_not_select_a_case(string json, string expected) =>
        Assert.Equal(expected, Read<Answer>(json).Value.ToString());

    [Theory]
    [InlineData("""{"value":null}""", "Nothing { Value =  }")]
    [InlineData("""{"error":null,"value":null}""", "Nothing { Value =  }")]
    [InlineData("""{"value":null,"error":{"x":"no"}}""", "Failure { Error = Info { X = no } }")]
    public void Nullable_member_selects_a_case_if_no_other_does(string json, string expected) =>
        Assert.Equal(expected, Read<Perhaps>(json).Value.ToString());

    [Theory]
    [InlineData(
        """{"type":"cash"}""",
        "Closed: the member 'type', which identifies the case, is 'cash'. It must be one of card, sepa, ach.")]
    [InlineData(
        """{"last4":"1"}""",
        "Closed: the member 'type', which identifies the case, is missing. It must be one of card, sepa, ach.")]
    [InlineData(
        """{"type":null}""",
        "Closed: the member 'type', which identifies the case, is null. It must be one of card, sepa, ach.")]
    [InlineData(
        """{"type":{}}""",
        "Closed: the member 'type', which identifies the case, is an object. It must be one of card, sepa, ach.")]
    public void Error_names_the_unknown_tag(string json, string says) =>
        Assert.StartsWith(says, Assert.Throws<JsonException>(() => Read<Closed>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tag_of_any_length_is_read()
    {
        var tag = new string('a', 5000);
        Assert.Contains(
            tag, Assert.Throws<JsonException>(() => Read<Closed>($$"""{"type":"{{tag}}"}""")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"iban":"DE","type":"sepa"}""")]
    [InlineData("""{"iban":"DE","type":"s\u0065pa"}""")]
    [InlineData("""{"iban":"DE","typ\u0065":"ach"}""")]
    public void Tag_may_be_anywhere_with_any_escapes(string json) => Assert.IsType<Bank>(Read<Closed>(json).Value);

    [Fact]
    public void Fallback_case_keeps_unknown_items_of_a_list()
    {
        const string Json = """{"all":[{"type":"card","last4":"1"},{"type":"cash","n":1},{"n":2},{"type":"ach","iban":"X"}]}""";

        var all = Read<Opens>(Json).All;

        Assert.Equal(["Card", "OpenOther", "OpenOther", "Bank"], all.Select(item => item.Value.GetType().Name));
        Assert.True(all[1].TryGetOther(out var other));
        Assert.Equal("""{"type":"cash","n":1}""", other.ToString());
        Assert.Equal(Json, JsonSerializer.Serialize(Read<Opens>(Json)));
    }

    [Theory]
    [InlineData("""{"type":"card","last4":"1"}""", "Card")]
    [InlineData("\"text\"", "String")]
    [InlineData("""{"type":"other"}""", "JsonText")]
    [InlineData("[1]", "JsonText")]
    [InlineData("7", "JsonText")]
    public void Case_for_any_JSON_matches_what_no_other_case_does(string json, string expected)
    {
        var read = Read<Any>(json);

        Assert.Equal(expected, read.Value.GetType().Name);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("""{"kind":1}""", "Ping")]
    [InlineData("""{"name":"n","kind":2}""", "Command")]
    public void Tag_may_be_an_integer(string json, string expected) =>
        Assert.Equal(expected, Read<Interaction>(json).Value.GetType().Name);

    [Theory]
    [InlineData("""{"live":true,"url":"u"}""", "Live")]
    [InlineData("""{"live":false}""", "Draft")]
    public void Tag_may_be_a_Boolean(string json, string expected)
    {
        var read = Read<Page>(json);

        Assert.Equal(expected, read.Value.GetType().Name);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("""{"kind":3}""", "is '3'. It must be one of 1, 2")]
    [InlineData("""{"kind":1.5}""", "is a number. It must be one of 1, 2")]
    public void Error_names_the_unknown_number(string json, string says) =>
        Assert.Contains(says, Assert.Throws<JsonException>(() => Read<Interaction>(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"message","subtype":"join"}""", "Messages")]
    [InlineData("""{"type":"reaction"}""", "Reaction")]
    [InlineData("""{"error":{"x":"no"}}""", "Failure")]
    public void A_case_may_be_a_union(string json, string expected) => Assert.Equal(expected, Read<Event>(json).Value.GetType().Name);

    [Fact]
    public void Wrong_value_of_a_constant_is_an_error() =>
        Assert.Equal("Ping.kind: the value must be 1.", Assert.Throws<JsonException>(() => Read<Ping>("""{"kind":2}""")).Message);

    [Fact]
    public void Integer_enum_keeps_unknown_values()
    {
        Assert.Equal((1L, 2L, -1L), (Kind.Ping.Value, Kind.Command.Value, Kind.Minus1.Value));
        Assert.Equal(Kind.Command, Read<Kind>("2"));
        Assert.Equal("7", JsonSerializer.Serialize(Read<Kind>("7")));
        Assert.Equal(10, Level._10.Value);
        Assert.True(Level._10.CompareTo(Level._20) < 0);
        Assert.Throws<JsonException>(() => Read<Kind>("\"2\""));
    }

    [Fact]
    public void Unix_time_is_read_as_DateTimeOffset()
    {
        const string Json = """{"at":1543109801,"part":1543109801.25,"text":1543109801,"level":10,"reason":null}""";

        var read = Read<Times>(Json.Replace("\"text\":1543109801", "\"text\":\"1543109801\"", StringComparison.Ordinal));

        var moment = new DateTimeOffset(2018, 11, 25, 1, 36, 41, TimeSpan.Zero);
        Assert.Equal((moment, moment.AddMilliseconds(250), moment), (read.At, read.Part, read.Text));
        Assert.Equal(Json.Replace(",\"reason\":null", "", StringComparison.Ordinal), JsonSerializer.Serialize(read));
    }

    [Theory]
    [InlineData("1543109801")]
    [InlineData("-1543109801")]
    public void Date_time_in_seconds_is_an_error_with_a_fix(string number)
    {
        var error = Assert.Throws<JsonException>(() => Read<Times>($$"""{"at":1,"level":10,"moment":{{number}}}"""));

        Assert.StartsWith($"Times.moment: the number {number} may be in seconds", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"format\": \"unixtime\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Integers_and_Unix_times_are_sent_in_addresses()
    {
        Uri? asked = null;
        using var http = new HttpClient(new Handler(request => asked = request.RequestUri)) { BaseAddress = new Uri("https://h/") };

        await new UnionsClient(http).FindAsync(
            Kind.Minus1,
            Level._10,
            [Level._20, new Level(3)],
            DateTimeOffset.UnixEpoch.AddSeconds(9),
            TestContext.Current.CancellationToken);

        Assert.Equal("https://h/-1?level=10&levels=20&levels=3&since=9&v=3&all=true", asked!.AbsoluteUri);
    }

    private static T Read<T>(string json)
        where T : Pitchly.Json.IPitchlyJson<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.ReadJson(ref reader);
    }

    private sealed class Handler(Action<HttpRequestMessage> see) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request);
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
