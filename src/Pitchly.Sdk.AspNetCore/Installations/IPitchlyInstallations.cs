using Pitchly.OAuth;

namespace Pitchly.AspNetCore;

/// <summary>
/// Manages the tokens of installations, so that an App can work while no user is present. If there are several nodes, one of them refreshes
/// a token when it is due, and the others read it from the store.
/// </summary>
public interface IPitchlyInstallations
{
    /// <summary>Gets a valid access token for background work.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A refresh that has started continues.</param>
    /// <exception cref="PitchlyException">No token is available. The error is <see cref="PitchlyServerErrorNames.SignInNeeded"/> until
    /// someone signs in, or a transient error such as <see cref="PitchlyServerErrorNames.StoreUnavailable"/> while the store, the lock or
    /// Pitchly is unavailable.</exception>
    ValueTask<AccessToken> GetAccessTokenAsync(PitchlyInstallation installation, CancellationToken cancellationToken = default);

    /// <summary>Reports that Pitchly refused a token before it expired, so that the next call gets a new one.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="token">The token.</param>
    void Reject(PitchlyInstallation installation, AccessToken token);

    /// <summary>Returns the access tokens of an installation, for a generated client.</summary>
    /// <param name="installation">The installation.</param>
    IAccessTokenProvider GetTokens(PitchlyInstallation installation);

    /// <summary>Stores the tokens of a sign-in and replaces earlier ones. The tokens are stored when the task completes.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="tokens">The response of the token endpoint.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="PitchlyException">The store is unavailable.</exception>
    Task KeepAsync(PitchlyInstallation installation, TokenResponse tokens, CancellationToken cancellationToken = default);

    /// <summary>Removes an installation and its tokens.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="PitchlyException">The store is unavailable.</exception>
    Task RemoveAsync(PitchlyInstallation installation, CancellationToken cancellationToken = default);

    /// <summary>Returns all stored installations, for jobs that process each of them.</summary>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <exception cref="PitchlyException">The store is unavailable. The exception is thrown during the enumeration.</exception>
    IAsyncEnumerable<PitchlyInstallationInfo> ListAsync(CancellationToken cancellationToken = default);
}
