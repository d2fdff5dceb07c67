namespace Pitchly.Browser;

/// <summary>How an App in a browser connects to Pitchly.</summary>
public sealed class PitchlyBrowserOptions : PitchlyAppOptions
{
    /// <summary>
    /// Gets or sets Pitchly's own SDK script, to reach the live v1 platform: https://use.pitchly.com/sdk.js.
    /// If not set, the App speaks to the page at <see cref="PitchlyAppOptions.Origin"/> by postMessage, as the emulator's and v2's do.
    /// </summary>
    public Uri? Script { get; set; }
}
