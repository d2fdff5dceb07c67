namespace Pitchly;

/// <summary>Gives the access token for a call.</summary>
public interface IAccessTokenProvider
{
    /// <summary>A token that has not expired; it waits while there is none.</summary>
    /// <param name="cancellationToken">A token to cancel this wait, and no other.</param>
    /// <exception cref="PitchlyException">Pitchly refused for good.</exception>
    ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Tells that Pitchly refused a token before its time, so that it is not given again.</summary>
    /// <param name="token">The token.</param>
    void Reject(AccessToken token)
    {
    }
}
