using Pitchly.Http;

namespace Pitchly.Subscriptions;

/// <summary>The operation of a subscription, with its address and options.</summary>
/// <param name="Address">The address of the WebSocket.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Source">The operation with its variables.</param>
/// <param name="MaximumMessageBytes">The maximum size of a received message in bytes.</param>
/// <param name="Options">The options of the subscription.</param>
internal sealed record SubscriptionTarget(
    Uri Address, GraphQLOperation Operation, JsonSource Source, int MaximumMessageBytes, PitchlySubscriptionOptions Options)
{
    public string Name => Operation.Name;

    /// <summary>Gets the server's origin for error messages and logs, without a name or password that the address may contain.</summary>
    public string Server => Address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Returns the address of the WebSocket: an HTTP address with ws instead of http (RFC 6455, section 3).</summary>
    public static Uri AddressOf(Uri origin, string path)
    {
        var address = RequestAddress.Of(RequestAddress.Prefix(origin), path);
        var scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss
            : address.Scheme == Uri.UriSchemeHttp ? Uri.UriSchemeWs
            : address.Scheme;
        return new UriBuilder(address) { Scheme = scheme, Port = address.IsDefaultPort ? -1 : address.Port }.Uri;
    }
}
