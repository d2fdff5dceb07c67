using Pitchly;

namespace PitchlyApp1;

/// <summary>Handles Pitchly's events. The page follows PitchlyAppState, so there is little left to do here.</summary>
public sealed class AppCallbacks : IPitchlyAppCallbacks
{
    /// <inheritdoc/>
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;
}
