using System.Globalization;
using System.Text.Json.Nodes;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Creates random values, in the format in which the SDK writes them.</summary>
internal sealed class Values(int seed)
{
    private readonly System.Random _random = new(seed);

    /// <summary>Gets or sets the number of values that contain the current one. Deep values have no optional members.</summary>
    public int Depth { get; set; }

    public int Below(int limit) => _random.Next(limit);

    /// <summary>Returns <see langword="true"/> if an optional member is present; otherwise, <see langword="false"/>.</summary>
    public bool Has() => Depth < 5 && _random.Next(3) > 0;

    public T One<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    public string Text() => One(Words.Texts);

    public long Whole() => One(0, 1, -1, int.MaxValue, long.MaxValue, long.MinValue, _random.NextInt64());

    public int SmallWhole() => One(0, 1, -1, int.MaxValue, int.MinValue, _random.Next());

    public double Real() => One(0, 1.5, -0.1, 1e21, double.Epsilon, double.MaxValue, _random.NextDouble());

    public string Date() => Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Time() => One("00:00:00", "23:59:59", "12:34:56.1234567");

    public string DateTime() => One("2024-02-29T12:34:56+00:00", "1999-12-31T23:59:59.9999999+00:00", "2024-06-01T00:00:00+02:00");

    public string Duration() => One("P1D", "PT36H", "P1Y2M3DT4H5M6.5S", "PT0S", "P2W");

    public string Uri() => One("https://a.example/x?y=1#z", "mailto:a@b.example", "/rows/1", "https://ä.example/%20");

    public string Bytes() => Convert.ToBase64String(Enumerable.Range(0, Below(5)).Select(_ => (byte)Below(256)).ToArray());

    public string Uuid() => new Guid(Enumerable.Range(0, 16).Select(_ => (byte)Below(256)).ToArray()).ToString();

    /// <summary>Returns any JSON value.</summary>
    public JsonNode Any() => Below(5) switch
    {
        0 => JsonValue.Create(Text()),
        1 => JsonValue.Create(Whole()),
        2 => JsonValue.Create(true),
        3 => new JsonArray(1, null, "x"),
        _ => new JsonObject { ["a"] = new JsonObject { ["b"] = null } },
    };

    private DateOnly Day() => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber));
}
