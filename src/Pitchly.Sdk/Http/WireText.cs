using System.Globalization;
using System.Numerics;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>
/// Formats values for a URL, a header or a form, independently of the culture. The result is <see langword="null"/> if there is no value.
/// </summary>
public static class WireText
{
    /// <summary>Returns a string unchanged.</summary>
    public static string? Of(string? value) => value;

    /// <summary>Returns the text of an id or enum.</summary>
    /// <exception cref="InvalidOperationException">The value is the default of an id type, which has no text.</exception>
    public static string Of<T>(T value)
        where T : struct, IPitchlyText<T> => value.ToWire();

    /// <summary>Returns the text of an id or enum; <see langword="null"/> if there is no value.</summary>
    /// <exception cref="InvalidOperationException">The value is the default of an id type, which has no text.</exception>
    public static string? Of<T>(T? value)
        where T : struct, IPitchlyText<T> => value?.ToWire();

    /// <summary>Returns the text of a Boolean value: <c>true</c> or <c>false</c>.</summary>
    public static string? Of(bool? value) => value switch
    {
        true => "true",
        false => "false",
        _ => null,
    };

    /// <summary>Returns the text of an integer.</summary>
    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a number.</summary>
    public static string? Of(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a decimal number.</summary>
    public static string? Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns a date and time in ISO 8601.</summary>
    public static string? Of(DateTimeOffset? value) => value?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Returns a date and time as seconds since 1970.</summary>
    public static string? UnixTime(DateTimeOffset? value) => value is { } moment ? Of(Json.UnixTime.Seconds(moment)) : null;

    /// <summary>Returns the text of a number.</summary>
    public static string? Of(float? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the text of an integer.</summary>
    public static string? Of(BigInteger? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a date (RFC 3339, section 5.6).</summary>
    public static string? Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a time of day, without trailing zeros in its fraction.</summary>
    public static string? Of(TimeOnly? value) => value?.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a duration.</summary>
    public static string? Of(IsoDuration? value) => value?.Text;

    /// <summary>Returns bytes in base64.</summary>
    public static string? Of(ReadOnlyMemory<byte>? value) => value is { } bytes ? Convert.ToBase64String(bytes.Span) : null;

    /// <summary>Returns the text of a UUID.</summary>
    public static string? Of(Guid? value) => value?.ToString();

    /// <summary>Returns the original string of a URI.</summary>
    public static string? Of(Uri? value) => value?.OriginalString;

    /// <summary>Returns the text of a secret.</summary>
    public static string? Of(PitchlySecret? value) => value?.Reveal();

    /// <summary>Returns a date and time as an HTTP-date, which has whole seconds (RFC 9110, section 5.6.7).</summary>
    public static string? HttpDate(DateTimeOffset? value) => value?.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>Returns a value indicating whether a text has a UTF-8 form: it contains no unpaired surrogate.</summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        for (var i = value.IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return false;
            }
        }

        return true;
    }
}
