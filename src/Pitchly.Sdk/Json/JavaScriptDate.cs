using System.Globalization;

namespace Pitchly.Json;

/// <summary>Reads the forms in which JavaScript writes a date and time, independently of the culture.</summary>
internal static class JavaScriptDate
{
    /// <summary>ECMA-262, Date.prototype.toString: Sat Nov 24 2018 19:36:41 GMT-0600 (Central Standard Time).</summary>
    private const string ToStringForm = "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz";

    private const char ZoneNameStart = '(';

    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        var zoneName = text.IndexOf(ZoneNameStart, StringComparison.Ordinal);
        var stated = zoneName > 0 && text.EndsWith(')') ? text[..zoneName].TrimEnd() : text;
        return DateTimeOffset.TryParseExact(stated, ToStringForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment)
            || TryParseIso(text, out moment);
    }

    /// <summary>The number is March 1973 in milliseconds, and the year 5138 in seconds.</summary>
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>Returns true if a number is a plausible time both in seconds and in milliseconds; otherwise, false.</summary>
    public static bool MayBeSeconds(long number) => number is not 0 and > -FirstMilliseconds and < FirstMilliseconds;

    public static string SecondsMessage(long number) =>
        $"the number {number} may be in seconds, but a date-time is in milliseconds. If it is in seconds, declare its type in the "
            + "schema as { \"type\": \"integer\", \"format\": \"unixtime\" }.";

    public static bool TryFromMilliseconds(long milliseconds, out DateTimeOffset moment)
    {
        var inRange = milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        moment = inRange ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return inRange;
    }

    private static bool TryParseIso(string text, out DateTimeOffset moment)
    {
        moment = default;
        return text.Length >= "2018-11-25".Length
            && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }
}
