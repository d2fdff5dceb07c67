using System.Globalization;
using System.Xml;

namespace Pitchly.Json;

/// <summary>
/// A duration as ISO 8601 writes it, for example <c>P1M</c> or <c>PT1H30M</c>. Months and years have no fixed length, so it is kept as it
/// came.
/// </summary>
public readonly record struct IsoDuration
{
    private readonly string? _text;

    /// <summary>Makes a duration of its text.</summary>
    /// <param name="text">The text, which is not checked: the server may know more forms than this class.</param>
    public IsoDuration(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>Makes a duration of a span of time.</summary>
    /// <param name="span">The span.</param>
    public IsoDuration(TimeSpan span) => _text = XmlConvert.ToString(span);

    /// <summary>Gets its text; that of no time for the default.</summary>
    public string Text => _text ?? "PT0S";

    /// <summary>Converts a span of time.</summary>
    /// <param name="span">The span.</param>
    public static implicit operator IsoDuration(TimeSpan span) => new(span);

    /// <summary>Makes a duration of a span of time.</summary>
    /// <param name="span">The span.</param>
    public static IsoDuration FromTimeSpan(TimeSpan span) => new(span);

    /// <summary>
    /// Returns the span of time, if it has a fixed length: days, hours, minutes and seconds; or .NET's own form, as in 1.02:30:00.
    /// </summary>
    /// <param name="span">The span.</param>
    public bool TryGetTimeSpan(out TimeSpan span)
    {
        var date = Text.Split('T')[0];
        if (date.Contains('Y', StringComparison.Ordinal) || date.Contains('M', StringComparison.Ordinal))
        {
            span = default;
            return false;
        }

        try
        {
            span = XmlConvert.ToTimeSpan(Text);
            return true;
        }
        catch (FormatException)
        {
            return TimeSpan.TryParse(Text, CultureInfo.InvariantCulture, out span);
        }
        catch (OverflowException)
        {
            span = default;
            return false;
        }
    }

    /// <summary>Returns its text.</summary>
    public override string ToString() => Text;
}
