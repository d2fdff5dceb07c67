using System.Globalization;

namespace Pitchly.Json;

/// <summary>Reads the forms in which JavaScript writes a moment, whatever the culture of the process.</summary>
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

    public static bool TryFromMilliseconds(long milliseconds, out DateTimeOffset moment)
    {
        var inRange = milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
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
