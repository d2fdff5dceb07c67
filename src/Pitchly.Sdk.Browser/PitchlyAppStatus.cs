namespace Pitchly.Browser;

/// <summary>Where an App's connection stands.</summary>
public enum PitchlyAppStatus
{
    /// <summary>There was no access token yet; the SDK goes on trying.</summary>
    Connecting,

    /// <summary>The App is connected. Should the connection be lost, it stays so while the SDK connects again.</summary>
    Connected,

    /// <summary>Pitchly refused for good; <see cref="PitchlyAppState.Error"/> says why.</summary>
    Failed,
}
