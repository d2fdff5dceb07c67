namespace Pitchly;

/// <summary>Provides the access token for a call.</summary>
public interface IAccessTokenProvider
{
    /// <summary>Returns a token that has not expired. If there is none, waits for one.</summary>
    /// <param name="cancellationToken">A token to cancel this wait. It does not affect other callers.</param>
    /// <exception cref="PitchlyException">Pitchly refused the request permanently.</exception>
    ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default);

    /// <summary>Reports that Pitchly refused a token before it expired, so that it is not returned again.</summary>
    /// <param name="token">The token.</param>
    void Reject(AccessToken token)
    {
    }
}
