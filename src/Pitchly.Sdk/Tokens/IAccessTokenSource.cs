namespace Pitchly;

/// <summary>Asks Pitchly for an access token: over the channel, with no secret, or by OAuth on a server.</summary>
public interface IAccessTokenSource
{
    /// <summary>Asks once. The token that comes may be one that was given before.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>The token, or why there is none.</returns>
    /// <exception cref="PitchlyException">Pitchly can't be reached, or refused.</exception>
    ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken);
}
