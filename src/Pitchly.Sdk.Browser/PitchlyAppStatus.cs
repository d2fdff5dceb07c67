namespace Pitchly.Browser;

/// <summary>Where an App's connection stands.</summary>
public enum PitchlyAppStatus
{
    /// <summary>
    /// There was no access token yet. It lasts no longer than <see cref="Channels.PitchlyChannelOptions.RequestTimeout"/>.
    /// </summary>
    Connecting,

    /// <summary>The App is connected. Should the connection be lost, it stays so while the SDK connects again.</summary>
    Connected,

    /// <summary>
    /// Pitchly refused for good, an option is wrong, or there was no access token in time; <see cref="PitchlyAppState.Error"/> says why,
    /// and what to change.
    /// If Pitchly did not answer in time, the SDK goes on trying, and the status becomes <see cref="Connected"/> once it does.
    /// </summary>
    Failed,
}
