using System.Globalization;
using System.Numerics;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>The text of a value in a URL, a header or a form, the same in every culture; <see langword="null"/> for no value.</summary>
public static class WireText
{
    /// <summary>A string's text.</summary>
    public static string? Of(string? value) => value;

    /// <summary>The text of an id or enum.</summary>
    /// <exception cref="InvalidOperationException">It is the default of an id, which has no text.</exception>
    public static string Of<T>(T value)
        where T : struct, IPitchlyText<T> => value.ToWire();

    /// <summary>The text of an id or enum, if there is one.</summary>
    /// <exception cref="InvalidOperationException">It is the default of an id, which has no text.</exception>
    public static string? Of<T>(T? value)
        where T : struct, IPitchlyText<T> => value?.ToWire();

    /// <summary>A truth value's text, <c>true</c> or <c>false</c>.</summary>
    public static string? Of(bool? value) => value switch
    {
        true => "true",
        false => "false",
        _ => null,
    };

    /// <summary>A whole number's text.</summary>
    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number's text.</summary>
    public static string? Of(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal number's text.</summary>
    public static string? Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A moment in ISO 8601.</summary>
    public static string? Of(DateTimeOffset? value) => value?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A moment as seconds since 1970.</summary>
    public static string? UnixTime(DateTimeOffset? value) => value is { } moment ? Of(Json.UnixTime.Seconds(moment)) : null;

    /// <summary>A number's text.</summary>
    public static string? Of(float? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number's text.</summary>
    public static string? Of(BigInteger? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A date's text (RFC 3339, section 5.6).</summary>
    public static string? Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time of day, with as much of its fraction as there is.</summary>
    public static string? Of(TimeOnly? value) => value?.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A duration's text.</summary>
    public static string? Of(IsoDuration? value) => value?.Text;

    /// <summary>Bytes in base64.</summary>
    public static string? Of(ReadOnlyMemory<byte>? value) => value is { } bytes ? Convert.ToBase64String(bytes.Span) : null;

    /// <summary>A UUID's text.</summary>
    public static string? Of(Guid? value) => value?.ToString();

    /// <summary>A URI's text, as it was given.</summary>
    public static string? Of(Uri? value) => value?.OriginalString;

    /// <summary>A secret's text.</summary>
    public static string? Of(PitchlySecret? value) => value?.Reveal();

    /// <summary>A moment in a header, as an HTTP-date, which has whole seconds (RFC 9110, section 5.6.7).</summary>
    public static string? HttpDate(DateTimeOffset? value) => value?.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>Returns whether a text has a UTF-8 form: no half of a surrogate pair stands alone in it.</summary>
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
