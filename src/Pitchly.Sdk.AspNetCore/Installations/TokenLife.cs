namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Counts down what is left of a token's life, from what the store's clock said of it. It runs by the time that has passed or by the wall
/// clock, whichever says more, since machines sleep and clocks are set.
/// </summary>
internal sealed class TokenLife(TimeProvider time, TimeSpan left)
{
    private readonly long _receivedAt = time.GetTimestamp();
    private readonly DateTimeOffset _wallClock = time.GetUtcNow();

    /// <summary>Gets when the token expires by this machine's clock.</summary>
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
