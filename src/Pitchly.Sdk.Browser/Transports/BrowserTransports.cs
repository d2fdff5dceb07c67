using Microsoft.JSInterop;
using Pitchly.Channels;

namespace Pitchly.Browser.Transports;

/// <summary>The ways from an App in an iframe to Pitchly's page around it.</summary>
public static class BrowserTransports
{
    /// <summary>By <c>postMessage</c>, with exact origins both ways. It speaks to the emulator's page, and to v2's Plugin API.</summary>
    /// <param name="javaScript">The page's JavaScript.</param>
    /// <param name="platform">The origin of Pitchly's page; a message of any other is dropped.</param>
    /// <param name="maximumMessageBytes">The size of the largest message that is taken.</param>
    public static PitchlyTransportFactory PostMessage(
        IJSRuntime javaScript, Uri platform, int maximumMessageBytes = PitchlyChannelOptions.DefaultMaximumMessageBytes)
    {
        ArgumentNullException.ThrowIfNull(javaScript);
        ArgumentNullException.ThrowIfNull(platform);
        return async cancellationToken => await ModuleTransport
            .ConnectAsync(javaScript, "pitchly.js", platform.GetLeftPart(UriPartial.Authority), [maximumMessageBytes], cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>By Pitchly's own SDK script, which knows the live v1 platform's wire; that wire is not public.</summary>
    /// <param name="javaScript">The page's JavaScript.</param>
    /// <param name="script">Where the script is: Pitchly's is https://use.pitchly.com/sdk.js, the emulator serves a double as
    /// /sdk.js.</param>
    public static PitchlyTransportFactory OfficialScript(IJSRuntime javaScript, Uri script)
    {
        ArgumentNullException.ThrowIfNull(javaScript);
        ArgumentNullException.ThrowIfNull(script);
        return async cancellationToken => await ModuleTransport
            .ConnectAsync(javaScript, "officialScript.js", script.AbsoluteUri, [], cancellationToken)
            .ConfigureAwait(false);
    }
}
