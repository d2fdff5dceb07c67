namespace Pitchly;

/// <summary>Determines whether a token has expired, even if the wall clock is changed or the machine sleeps.</summary>
internal sealed class TokenClock(TimeProvider time, DateTimeOffset expiresAt)
{
    private readonly long _receivedAt = time.GetTimestamp();
    private readonly TimeSpan _lifeAtReceipt = expiresAt - time.GetUtcNow();

    /// <summary>Gets the remaining lifetime by the wall clock or by the elapsed time, whichever is less.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var byWallClock = expiresAt - time.GetUtcNow();
            var byElapsed = _lifeAtReceipt - time.GetElapsedTime(_receivedAt);
            return byWallClock < byElapsed ? byWallClock : byElapsed;
        }
    }

    /// <summary>Gets the time since the token was received.</summary>
    public TimeSpan Age => time.GetElapsedTime(_receivedAt);

    public bool IsExpired => Remaining <= TimeSpan.Zero;
}
