using Pitchly.AspNetCore.Wire;

namespace Pitchly.AspNetCore.Installations;

/// <summary>An installation as it was read.</summary>
/// <param name="Name">Which one it is.</param>
/// <param name="Kept">What the store holds.</param>
/// <param name="Tokens">Its tokens; <see langword="null"/> if they can't be unsealed.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Clock">The store's clock.</param>
internal sealed record StoredInstallation(
    PitchlyInstallation Name, KeptInstallation Kept, KeptTokens? Tokens, long Version, StoreClock Clock)
{
    public bool HasRefreshToken => Tokens?.Refresh is not null;

    /// <summary>Returns whether a refresh that was begun is the one that still stands.</summary>
    public bool HasAttempt(string id) => Kept.Attempt?.Id == id;
}

/// <summary>Tells the store's time from what it was at a read, by the time that has passed since.</summary>
internal sealed class StoreClock(TimeProvider time, DateTimeOffset atRead)
{
    private readonly long _readAt = time.GetTimestamp();

    public DateTimeOffset Now => atRead + time.GetElapsedTime(_readAt);
}
