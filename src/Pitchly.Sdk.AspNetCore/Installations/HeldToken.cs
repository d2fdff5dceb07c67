using System.ComponentModel;

namespace Pitchly.AspNetCore.Installations;

/// <summary>An access token that this process holds. It is immutable, so that the cache hands out the very object.</summary>
[ImmutableObject(true)]
internal sealed class HeldToken(AccessToken token, TokenLife life, (TimeSpan OfRenewal, TimeSpan OfUse) margins, TimeProvider time)
{
    private long _restUntil = long.MinValue;
    private volatile bool _isRejected;

    public AccessToken Token { get; } = token;

    public bool IsRejected => _isRejected;

    public bool IsGood => !_isRejected && life.Left > margins.OfUse;

    /// <summary>Gets whether it is time to renew it, and no try has failed just now.</summary>
    public bool IsDue => life.Left <= margins.OfRenewal && time.GetTimestamp() >= Interlocked.Read(ref _restUntil);

    public void Reject() => _isRejected = true;

    /// <summary>Puts the next try off.</summary>
    public void Rest(TimeSpan delay) =>
        Interlocked.Exchange(ref _restUntil, time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency));
}
