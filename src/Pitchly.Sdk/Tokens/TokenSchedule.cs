namespace Pitchly;

/// <summary>
/// The time of the next request. It is the later of two times: a delay after the creation of the schedule, and, for a token, a margin
/// before its expiration. Without a delay, no request is due.
/// </summary>
internal sealed class TokenSchedule(TimeProvider time, TimeSpan? delay, TokenClock? clock = null, TimeSpan margin = default)
{
    /// <summary>The maximum time to sleep before the clock is checked again, because timers stop while a machine sleeps.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly long _createdAt = time.GetTimestamp();

    /// <summary>Returns a schedule that renews a token at a random time before it expires.</summary>
    public static TokenSchedule ForRenewal(AccessTokenOptions options, TokenClock clock)
    {
        var margin = AccessTokenOptions.LatestRenewal
            + ((AccessTokenOptions.EarliestRenewal - AccessTokenOptions.LatestRenewal) * options.Random.NextDouble());

        // Wait at least the retry delay, because a token that is already due for renewal would be requested again and again.
        return new TokenSchedule(options.TimeProvider, options.RetryDelay, clock, margin);
    }

    public TimeSpan? Remaining
    {
        get
        {
            var byDelay = delay - time.GetElapsedTime(_createdAt);
            var byToken = clock?.Remaining - margin;
            return byToken > byDelay ? byToken : byDelay;
        }
    }

    /// <summary>
    /// Returns how long to sleep. Fractions of a millisecond are rounded up, because Task.Delay drops them and would end too early.
    /// </summary>
    /// <param name="remaining">The remaining time; <see langword="null"/> if nothing is due.</param>
    public static TimeSpan SleepFor(TimeSpan? remaining) => remaining switch
    {
        null => Timeout.InfiniteTimeSpan,
        { } left when left < LongestSleep => TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)),
        _ => LongestSleep,
    };
}
