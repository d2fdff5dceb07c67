namespace Pitchly;

/// <summary>
/// When to ask next: a delay after its making, and for a token a margin before its end, whichever is later; never, where there is no delay.
/// </summary>
internal sealed class TokenSchedule(TimeProvider time, TimeSpan? delay, TokenClock? clock = null, TimeSpan margin = default)
{
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
}
