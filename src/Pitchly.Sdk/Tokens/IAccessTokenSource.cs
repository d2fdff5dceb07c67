namespace Pitchly;

/// <summary>Requests access tokens from Pitchly: over the channel, without a secret, or with OAuth on a server.</summary>
public interface IAccessTokenSource
{
    /// <summary>Sends one request. The token in the response may have been returned before.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>The token, or the error.</returns>
    /// <exception cref="PitchlyException">Pitchly refused the request, or can't be reached.</exception>
    ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken);
}
