namespace Pitchly.Json;

/// <summary>Moments as seconds since 1970 (the format <c>unixtime</c>).</summary>
public static class UnixTime
{
    /// <summary>Returns the seconds since 1970, with their fraction if there is one.</summary>
    /// <param name="moment">The moment.</param>
    public static decimal Seconds(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        return ticks % TimeSpan.TicksPerSecond == 0 ? ticks / TimeSpan.TicksPerSecond : ticks / (decimal)TimeSpan.TicksPerSecond;
    }

    /// <summary>Makes a moment of seconds since 1970; false if no moment can be made of them.</summary>
    internal static bool TryFromSeconds(decimal seconds, out DateTimeOffset moment)
    {
        var isInRange = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        moment = isInRange ? DateTimeOffset.UnixEpoch.AddTicks((long)decimal.Round(seconds * TimeSpan.TicksPerSecond)) : default;
        return isInRange;
    }
}
