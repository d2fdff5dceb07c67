using Pitchly.OAuth;

namespace Pitchly.AspNetCore;

/// <summary>
/// Keeps the tokens of installations, so that an App can work while no user is present. Whatever the number of nodes, one of them refreshes
/// a token when it is due, and the others take it from the store.
/// </summary>
public interface IPitchlyInstallations
{
    /// <summary>Gets an access token that is good, for background work.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="cancellationToken">A token to cancel the wait. A refresh that has begun goes on.</param>
    /// <exception cref="PitchlyException">
    /// There is none: <see cref="PitchlyServerErrorNames.SignInNeeded"/> until somebody signs in; a transient error such as
    /// <see cref="PitchlyServerErrorNames.StoreUnavailable"/> as long as store, lock or Pitchly can't be reached.
    /// </exception>
    ValueTask<AccessToken> GetAccessTokenAsync(PitchlyInstallation installation, CancellationToken cancellationToken = default);

    /// <summary>Reports that Pitchly refused a token before its time, so that the next call gets another.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="token">The token.</param>
    void Reject(PitchlyInstallation installation, AccessToken token);

    /// <summary>Returns the tokens of an installation, for a generated client.</summary>
    /// <param name="installation">The installation.</param>
    IAccessTokenProvider GetTokens(PitchlyInstallation installation);

    /// <summary>Keeps the tokens of a sign-in in place of those before. They are stored when the task completes.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="tokens">What the token endpoint answered.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="PitchlyException">The store can't be reached.</exception>
    Task KeepAsync(PitchlyInstallation installation, TokenResponse tokens, CancellationToken cancellationToken = default);

    /// <summary>Forgets an installation and its tokens.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="PitchlyException">The store can't be reached.</exception>
    Task RemoveAsync(PitchlyInstallation installation, CancellationToken cancellationToken = default);

    /// <summary>Returns every installation that is kept, for jobs that work for all of them.</summary>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    /// <exception cref="PitchlyException">The store can't be reached; thrown while it is read.</exception>
    IAsyncEnumerable<PitchlyInstallationInfo> ListAsync(CancellationToken cancellationToken = default);
}
