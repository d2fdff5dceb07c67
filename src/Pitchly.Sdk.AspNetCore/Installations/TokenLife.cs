namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// The remaining lifetime of a token, which was calculated with the store's clock. It decreases by the elapsed time or by the change of the
/// wall clock, whichever is greater, because machines sleep and clocks are adjusted.
/// </summary>
internal sealed class TokenLife(TimeProvider time, TimeSpan left)
{
    private readonly long _receivedAt = time.GetTimestamp();
    private readonly DateTimeOffset _wallClock = time.GetUtcNow();

    /// <summary>Gets the time at which the token expires, by this machine's clock.</summary>
    public DateTimeOffset End => _wallClock + left;

    public TimeSpan Left
    {
        get
        {
            var elapsed = time.GetElapsedTime(_receivedAt);
            var byWallClock = time.GetUtcNow() - _wallClock;
            return left - (elapsed > byWallClock ? elapsed : byWallClock);
        }
    }
}
