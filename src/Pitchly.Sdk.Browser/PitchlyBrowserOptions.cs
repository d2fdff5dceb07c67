namespace Pitchly.Browser;

/// <summary>Options of an App in a browser.</summary>
public sealed class PitchlyBrowserOptions : PitchlyAppOptions
{
    /// <summary>
    /// Gets or sets the URL of Pitchly's own SDK script, which connects to the live v1 platform: https://use.pitchly.com/sdk.js. If not
    /// set, the App exchanges messages with the page at <see cref="PitchlyAppOptions.Origin"/> by postMessage, as with the emulator and v2.
    /// </summary>
    public Uri? Script { get; set; }
}
