namespace Pitchly.Json;

/// <summary>Converts dates and times to and from seconds since 1970 (the format <c>unixtime</c>).</summary>
public static class UnixTime
{
    /// <summary>Returns the seconds since 1970, with a fraction if there is one.</summary>
    /// <param name="moment">The date and time.</param>
    public static decimal Seconds(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        return ticks % TimeSpan.TicksPerSecond == 0 ? ticks / TimeSpan.TicksPerSecond : ticks / (decimal)TimeSpan.TicksPerSecond;
    }

    /// <summary>Converts seconds since 1970 to a date and time. Returns false if they are out of range.</summary>
    internal static bool TryFromSeconds(decimal seconds, out DateTimeOffset moment)
    {
        var isInRange = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        moment = isInRange ? DateTimeOffset.UnixEpoch.AddTicks((long)decimal.Round(seconds * TimeSpan.TicksPerSecond)) : default;
        return isInRange;
    }
}
