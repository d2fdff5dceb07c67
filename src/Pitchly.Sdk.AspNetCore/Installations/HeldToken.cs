using System.ComponentModel;

namespace Pitchly.AspNetCore.Installations;

/// <summary>An access token in the memory of this process. It is marked as immutable, so that the cache returns the same object.</summary>
[ImmutableObject(true)]
internal sealed class HeldToken(AccessToken token, TokenLife life, (TimeSpan OfRenewal, TimeSpan OfUse) margins, TimeProvider time)
{
    private long _postponedUntil = long.MinValue;
    private volatile bool _isRejected;

    public AccessToken Token { get; } = token;

    public bool IsRejected => _isRejected;

    public bool IsValid => !_isRejected && life.Left > margins.OfUse;

    /// <summary>Gets a value indicating whether the token should be renewed, and no recent attempt has failed.</summary>
    public bool IsDue => life.Left <= margins.OfRenewal && time.GetTimestamp() >= Interlocked.Read(ref _postponedUntil);

    public void Reject() => _isRejected = true;

    /// <summary>Postpones the next renewal attempt.</summary>
    public void PostponeRenewal(TimeSpan delay) =>
        Interlocked.Exchange(ref _postponedUntil, time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency));
}
