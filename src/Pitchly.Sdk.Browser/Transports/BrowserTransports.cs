using Microsoft.JSInterop;
using Pitchly.Channels;

namespace Pitchly.Browser.Transports;

/// <summary>The transports between an App in an iframe and Pitchly's page that embeds it.</summary>
public static class BrowserTransports
{
    /// <summary>
    /// Creates a transport over <c>postMessage</c> that checks the exact origin in both directions. It connects to the emulator's page and
    /// to v2's Plugin API.
    /// </summary>
    /// <param name="javaScript">The page's JavaScript runtime.</param>
    /// <param name="platform">The origin of Pitchly's page. Messages from other origins are dropped.</param>
    /// <param name="maximumMessageBytes">The maximum size of an incoming message in bytes.</param>
    public static PitchlyTransportFactory PostMessage(
        IJSRuntime javaScript, Uri platform, int maximumMessageBytes = PitchlyChannelOptions.DefaultMaximumMessageBytes)
    {
        ArgumentNullException.ThrowIfNull(javaScript);
        ArgumentNullException.ThrowIfNull(platform);
        return async cancellationToken => await ModuleTransport
            .ConnectAsync(javaScript, "pitchly.js", platform.GetLeftPart(UriPartial.Authority), [maximumMessageBytes], cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Creates a transport over Pitchly's own SDK script, which implements the protocol of the live v1 platform. That protocol is not
    /// public.
    /// </summary>
    /// <param name="javaScript">The page's JavaScript runtime.</param>
    /// <param name="script">The URL of the script. Pitchly's is https://use.pitchly.com/sdk.js; the emulator serves its own implementation
    /// as /sdk.js.</param>
    public static PitchlyTransportFactory OfficialScript(IJSRuntime javaScript, Uri script)
    {
        ArgumentNullException.ThrowIfNull(javaScript);
        ArgumentNullException.ThrowIfNull(script);
        return async cancellationToken => await ModuleTransport
            .ConnectAsync(javaScript, "officialScript.js", script.AbsoluteUri, [], cancellationToken)
            .ConfigureAwait(false);
    }
}
