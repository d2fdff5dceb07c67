using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kitchen.Sink;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pitchly.Json;

namespace Pitchly.Sdk.Tests.Json;

/// <summary>Tests that generated types work where .NET's own types do.</summary>
public sealed class InteropTests
{
    private static readonly JsonSerializerOptions NoReflection = new() { TypeInfoResolver = KitchenJsonResolver.Default };

    [Fact]
    public void Id_implements_IParsable()
    {
        Assert.Equal(new DishId("d1"), Parse<DishId>("d1"));
        Assert.Equal(new DishId("d1"), DishId.Parse("d1".AsSpan(), CultureInfo.InvariantCulture));
        Assert.True(DishId.TryParse("d1", null, out var id) && id == new DishId("d1"));
        Assert.False(DishId.TryParse("", null, out _));
        Assert.False(DishId.TryParse((string?)null, null, out _));
        Assert.Throws<FormatException>(() => Parse<DishId>(""));
    }

    [Fact]
    public void Enum_implements_IParsable()
    {
        Assert.Equal(Course.Dessert, Parse<Course>("dessert"));
        Assert.Equal(Heat.High, Parse<Heat>("2"));
        Assert.Equal(new Heat(-7), Parse<Heat>("-7"));
        Assert.Throws<FormatException>(() => Parse<Heat>("two"));
    }

    [Fact]
    public void Ids_and_enums_are_ordered()
    {
        Assert.Equal([new DishId("a"), new DishId("b")], new[] { new DishId("b"), new DishId("a") }.Order());
        Assert.True(((IComparable)new DishId("a")).CompareTo(new DishId("b")) < 0);
        Assert.True(((IComparable)Heat.Low).CompareTo(Heat.High) < 0);
        Assert.Equal(1, ((IComparable)new DishId("a")).CompareTo(null));
        Assert.Throws<ArgumentException>(() => ((IComparable)new DishId("a")).CompareTo("a"));
    }

    [Fact]
    public void Ids_and_enums_work_as_dictionary_keys()
    {
        var byId = new Dictionary<DishId, int> { [new("d1")] = 1 };
        var byCourse = new Dictionary<Course, int> { [Course.Dessert] = 2, [new("")] = 3 };
        var byHeat = new SortedDictionary<Heat, int> { [Heat.High] = 4 };

        AssertJson("""{"d1":1}""", byId);
        AssertJson("""{"dessert":2,"":3}""", byCourse);
        AssertJson("""{"2":4}""", byHeat);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<DishId, int>>("""{"":1}"""));
    }

    [Fact]
    public void Default_id_is_never_written()
    {
        var error = Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(DishId)));

        Assert.Equal("default(DishId) has no text to write. Create the id with new DishId(text).", error.Message);
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(new Dictionary<DishId, int> { [default] = 1 }));
        Assert.Throws<InvalidOperationException>(() => JsonText.From(new Dish
        {
            Id = default,
            Name = "",
            Course = Course.Dessert,
            Price = 0,
            Tags = [],
            Served = default,
            Vegan = false,
            Note = null,
        }));
    }

    [Fact]
    public async Task Default_id_is_refused_in_an_address()
    {
        using var http = new LongTimeoutHttpClient { BaseAddress = new Uri("https://h.example/") };
        var client = new MenuClient(http, new NoTokens());

#pragma warning disable CS0618 // The kitchen's only endpoint with an id in its path is deprecated.
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await client.RemoveAsync(
            default, TestContext.Current.CancellationToken));
#pragma warning restore CS0618
    }

    [Fact]
    public async Task Ids_and_enums_work_as_route_parameters()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(
            0, KitchenJsonResolver.Default));
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/dishes/{id}", (DishId id, Course? course, Heat heat) => $"{id.Value} {course?.Value} {heat.Value}");
        app.MapGet("/drinks", () => new Dictionary<string, Drink> { ["tea"] = new() { Litres = 0.5 } });
        await app.StartAsync(cancellation);
        using var http = new LongTimeoutHttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal("d1 dessert 2", await http.GetStringAsync("dishes/d1?course=dessert&heat=2", cancellation));
        Assert.Equal("d1  7", await http.GetStringAsync("dishes/d1?heat=7", cancellation));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await http.GetAsync("dishes/d1?heat=two", cancellation)).StatusCode);
        Assert.Equal("""{"tea":{"kind":"drink","litres":0.5}}""", await http.GetStringAsync("drinks", cancellation));
    }

    [Fact]
    public void Resolver_supports_common_collections()
    {
        var drink = new Drink { Litres = 1 };
        AssertCollections(drink, """{"kind":"drink","litres":1}""");
        AssertCollections(new DishId("d1"), "\"d1\"");
        AssertCollections(Heat.High, "2");
        AssertResolved("\"d1\"", (DishId?)new DishId("d1"));
        AssertResolved("null", (DishId?)null);
    }

    [Fact]
    public void Dictionaries_by_id_are_resolved_without_reflection()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(KitchenJsonResolver.Default, JsonTypeInfos.OfDictionary<DishId, Drink>()),
        };
        var map = new Dictionary<DishId, Drink> { [new("d1")] = new() { Litres = 1 } };

        AssertResolved("""{"d1":{"kind":"drink","litres":1}}""", map, options);
        AssertResolved<IDictionary<DishId, Drink>>("""{"d1":{"kind":"drink","litres":1}}""", map, options);
        AssertResolved<IReadOnlyDictionary<DishId, Drink>>("""{"d1":{"kind":"drink","litres":1}}""", map, options);
    }

    private static void AssertCollections<T>(T item, string json)
    {
        var list = $"[{json}]";
        AssertResolved<T[]>(list, [item]);
        AssertResolved<List<T>>(list, [item]);
        AssertResolved<IList<T>>(list, [item]);
        AssertResolved<ICollection<T>>(list, [item]);
        AssertResolved<IReadOnlyList<T>>(list, [item]);
        AssertResolved<IReadOnlyCollection<T>>(list, [item]);
        AssertResolved<IEnumerable<T>>(list, [item]);
        AssertResolved<HashSet<T>>(list, [item]);
        AssertResolved<ISet<T>>(list, new HashSet<T> { item });
        AssertResolved<ImmutableArray<T>>(list, [item]);
        AssertResolved<ImmutableList<T>>(list, [item]);
        var map = new Dictionary<string, T> { ["a"] = item };
        AssertResolved($$"""{"a":{{json}}}""", map);
        AssertResolved<IDictionary<string, T>>($$"""{"a":{{json}}}""", map);
        AssertResolved<IReadOnlyDictionary<string, T>>($$"""{"a":{{json}}}""", map);
    }

    private static void AssertResolved<T>(string json, T value, JsonSerializerOptions? options = null)
    {
        options ??= NoReflection;
        Assert.Equal(json, JsonSerializer.Serialize(value, options));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, options), options));
    }

    private static void AssertJson<T>(string json, T value)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json)));
    }

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private sealed class NoTokens : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
