using Pitchly.AspNetCore.Wire;

namespace Pitchly.AspNetCore.Installations;

/// <summary>An installation as it was read from the store.</summary>
/// <param name="Name">The identity of the installation.</param>
/// <param name="State">The stored data.</param>
/// <param name="Tokens">The tokens, or <see langword="null"/> if they can't be decrypted.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Clock">The store's clock.</param>
internal sealed record StoredInstallation(
    PitchlyInstallation Name, InstallationState State, TokenPair? Tokens, long Version, StoreClock Clock)
{
    public bool HasRefreshToken => Tokens?.Refresh is not null;

    /// <summary>Returns whether the given refresh attempt is the one that is recorded in the store.</summary>
    public bool HasAttempt(string id) => State.Attempt?.Id == id;
}

/// <summary>The store's clock. It adds the time elapsed since a read to the store's time at that read.</summary>
internal sealed class StoreClock(TimeProvider time, DateTimeOffset atRead)
{
    private readonly long _readAt = time.GetTimestamp();

    public DateTimeOffset Now => atRead + time.GetElapsedTime(_readAt);
}
