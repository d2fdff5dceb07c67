namespace Pitchly;

/// <summary>Tells whether a token has expired, though the wall clock may be set, and though a machine may sleep.</summary>
internal sealed class TokenClock(TimeProvider time, DateTimeOffset expiresAt)
{
    private readonly long _receivedAt = time.GetTimestamp();
    private readonly TimeSpan _lifeAtReceipt = expiresAt - time.GetUtcNow();

    /// <summary>What is left by the wall clock or by the time that has passed, whichever is less.</summary>
    public TimeSpan Left
    {
        get
        {
            var byWallClock = expiresAt - time.GetUtcNow();
            var byElapsed = _lifeAtReceipt - time.GetElapsedTime(_receivedAt);
            return byWallClock < byElapsed ? byWallClock : byElapsed;
        }
    }

    /// <summary>Gets how long ago it came.</summary>
    public TimeSpan Age => time.GetElapsedTime(_receivedAt);

    public bool IsExpired => Left <= TimeSpan.Zero;
}
