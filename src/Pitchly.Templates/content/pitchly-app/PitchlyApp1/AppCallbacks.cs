using Pitchly;

namespace PitchlyApp1;

/// <summary>Handles Pitchly's events. The page observes PitchlyAppState, so only OnConnectAsync is implemented here.</summary>
public sealed class AppCallbacks : IPitchlyAppCallbacks
{
    /// <inheritdoc/>
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;
}
