namespace Pitchly.Browser;

/// <summary>The status of an App's connection.</summary>
public enum PitchlyAppStatus
{
    /// <summary>
    /// There is no access token yet. This status lasts at most <see cref="Channels.PitchlyChannelOptions.RequestTimeout"/>.
    /// </summary>
    Connecting,

    /// <summary>The App is connected. If the connection is lost, the status does not change while the SDK reconnects.</summary>
    Connected,

    /// <summary>
    /// Pitchly refused permanently, an option is wrong, or there was no access token in time. <see cref="PitchlyAppState.Error"/> contains
    /// the reason and the solution. If Pitchly did not respond in time, the SDK continues to try, and the status becomes
    /// <see cref="Connected"/> when it succeeds.
    /// </summary>
    Failed,
}
