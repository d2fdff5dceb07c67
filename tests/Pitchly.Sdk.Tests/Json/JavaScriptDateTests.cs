using System.Globalization;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Sdk.Tests.Json;

public sealed class JavaScriptDateTests
{
    [Theory]
    [InlineData("\"Sat Nov 24 2018 19:36:41 GMT-0600 (Central Standard Time)\"", "2018-11-24T19:36:41-06:00")]
    [InlineData("\"Sat Nov 24 2018 19:36:41 GMT+0530 (Indian Standard Time)\"", "2018-11-24T19:36:41+05:30")]
    [InlineData("\"Sat Nov 24 2018 19:36:41 GMT+0000\"", "2018-11-24T19:36:41+00:00")]
    [InlineData("\"Sat Nov 24 2018 19:36:41 GMT+0100 (Mitteleuropäische Zeit (Winter))\"", "2018-11-24T19:36:41+01:00")]
    [InlineData("\"2018-11-25T01:36:41Z\"", "2018-11-25T01:36:41+00:00")]
    [InlineData("\"2018-11-25T01:36:41.123+02:00\"", "2018-11-25T01:36:41.123+02:00")]
    [InlineData("1543109801000", "2018-11-25T01:36:41+00:00")]
    public void Every_date_format_is_read_in_every_culture(string json, string expected)
    {
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, Strange()])
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), Read(json));
        }
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("\"Sat Nov 31 2018 19:36:41 GMT-0600\"")]
    [InlineData("\"Sat Nov 24 2018 19:36:41 GMT-0600 (\"")]
    [InlineData("\"12/24/2018\"")]
    [InlineData("1e300")]
    [InlineData("true")]
    public void Error_of_an_invalid_date_names_the_member(string json) =>
        Assert.StartsWith("at: ", Assert.Throws<JsonException>(() => Read(json)).Message, StringComparison.Ordinal);

    /// <summary>
    /// Creates a culture that differs in all parts of a date. The tests run without the data of real cultures.
    /// </summary>
    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat = new DateTimeFormatInfo
        {
            AbbreviatedDayNames = ["d0", "d1", "d2", "d3", "d4", "d5", "d6"],
            AbbreviatedMonthNames = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12", ""],
            DateSeparator = "#",
            TimeSeparator = "!",
        };
        culture.NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = "'" };
        return culture;
    }

    private static DateTimeOffset Read(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonRead.DateTime(ref reader, "at");
    }
}
