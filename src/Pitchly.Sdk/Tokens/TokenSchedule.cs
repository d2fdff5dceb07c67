namespace Pitchly;

/// <summary>
/// When to ask next: a delay after its making, and for a token a margin before its end, whichever is later; never, where there is no delay.
/// </summary>
internal sealed class TokenSchedule(TimeProvider time, TimeSpan? delay, TokenClock? clock = null, TimeSpan margin = default)
{
    /// <summary>The longest sleep without a look at the clock: timers stop while a machine sleeps.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly long _madeAt = time.GetTimestamp();

    public TimeSpan? Remaining
    {
        get
        {
            var byDelay = delay - time.GetElapsedTime(_madeAt);
            var byToken = clock?.Left - margin;
            return byToken > byDelay ? byToken : byDelay;
        }
    }

    /// <summary>Returns how long to sleep. Task.Delay drops fractions of a millisecond, and so would wake too early.</summary>
    /// <param name="remaining">The time that remains; <see langword="null"/> if nothing is due.</param>
    public static TimeSpan SleepFor(TimeSpan? remaining) => remaining switch
    {
        null => Timeout.InfiniteTimeSpan,
        { } left when left < LongestSleep => TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)),
        _ => LongestSleep,
    };
}
