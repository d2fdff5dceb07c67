using System.Globalization;
using System.Xml;

namespace Pitchly.Json;

/// <summary>
/// A duration in ISO 8601, for example <c>P1M</c> or <c>PT1H30M</c>. Months and years have no fixed length, so the original text is stored.
/// </summary>
public readonly record struct IsoDuration
{
    private readonly string? _text;

    /// <summary>Creates a duration from its text.</summary>
    /// <param name="text">The text. It is not validated, because the server may support more forms than this class.</param>
    public IsoDuration(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>Creates a duration from a time span.</summary>
    /// <param name="span">The time span.</param>
    public IsoDuration(TimeSpan span) => _text = XmlConvert.ToString(span);

    /// <summary>Gets the text of the duration; <c>PT0S</c> for the default value.</summary>
    public string Text => _text ?? "PT0S";

    /// <summary>Converts a time span to a duration.</summary>
    /// <param name="span">The time span.</param>
    public static implicit operator IsoDuration(TimeSpan span) => new(span);

    /// <summary>Creates a duration from a time span.</summary>
    /// <param name="span">The time span.</param>
    public static IsoDuration FromTimeSpan(TimeSpan span) => new(span);

    /// <summary>
    /// Tries to convert the duration to a time span. This is possible if it has a fixed length (only days, hours, minutes and seconds), or
    /// if it has .NET's own form, as in 1.02:30:00.
    /// </summary>
    /// <param name="span">The time span.</param>
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

    /// <summary>Returns the text of the duration.</summary>
    public override string ToString() => Text;
}
