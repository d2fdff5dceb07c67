namespace Pitchly;

/// <summary>Gives the access token for a call.</summary>
public interface IAccessTokenProvider
{
    /// <summary>A token that has not expired; it waits while there is none.</summary>
    /// <param name="cancellationToken">Ends this wait, and no other's.</param>
    /// <exception cref="PitchlyException">Pitchly refused for good.</exception>
    ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default);
}
