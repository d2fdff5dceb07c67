using Pitchly;

namespace PitchlyApp1;

/// <summary>What Pitchly tells the App. The page follows PitchlyAppState, so there is little left to do here.</summary>
internal sealed class AppCallbacks : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) => default;
}
