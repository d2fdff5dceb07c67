using Pitchly.Channels;
using Pitchly.Http;

namespace Pitchly;

/// <summary>The options for the connection of an App to Pitchly.</summary>
public class PitchlyAppOptions : PitchlyChannelOptions
{
    /// <summary>The prefixes of App Secrets and user access tokens (accounts-pitchly's README).</summary>
    private static readonly string[] SecretPrefixes = ["plys_", "plyu_"];

    /// <summary>Gets or sets the App ID from the App's registration. It is not the App Secret, which no client ever needs.</summary>
    public AppId AppId { get; set; }

    /// <summary>Gets or sets the origin of the platform's pages and OAuth endpoints. The default is the live v1 platform.</summary>
    public Uri Origin { get; set; } = new("https://v2.pitchly.net");

    /// <summary>
    /// Gets or sets the address of the GraphQL API. If not set, it is <see cref="Origin"/>, because v1 has both at the same origin.
    /// </summary>
    public Uri? ApiOrigin { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the access token may be sent to other machines over plain <c>http:</c> or <c>ws:</c>, which
    /// anyone on the network path can read. The default is <see langword="false"/> (RFC 6750, section 5.3). The loopback address is always
    /// allowed.
    /// </summary>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>
    /// Gets or sets the delegate that opens the transport. If not set, the App opens a WebSocket to <see cref="Origin"/>, which the
    /// emulator supports.
    /// </summary>
    public PitchlyTransportFactory? Transport { get; set; }

    /// <summary>
    /// Gets or sets the random number generator that chooses the times of renewal. Use a generator with a seed to repeat a run.
    /// </summary>
    public Random Random { get; set; } = Random.Shared;

    internal override void Validate()
    {
        base.Validate();
        if (AppId.Value.Length == 0)
        {
            throw new ArgumentException($"Set {nameof(AppId)} to the App ID from the App's registration.");
        }

        RefuseSecret(AppId.Value, nameof(AppId), "Use the App ID");
        RefuseSecret(Origin?.OriginalString ?? "", nameof(Origin), "Remove it from the address");
        RefuseSecret(ApiOrigin?.OriginalString ?? "", nameof(ApiOrigin), "Remove it from the address");
        CheckAddress(Origin, nameof(Origin));
        CheckAddress(ApiOrigin ?? Origin, nameof(ApiOrigin));
        if (Origin!.PathAndQuery != "/")
        {
            throw new ArgumentException(
                $"{nameof(Origin)} is '{Origin}'. Set it to the origin only, {Origin.GetLeftPart(UriPartial.Authority)}. If the API is "
                    + $"under a path, set {nameof(ApiOrigin)} too.");
        }
    }

    private void CheckAddress(Uri? address, string option)
    {
        if (address is not { IsAbsoluteUri: true } || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"{option} is '{address}'. Set it to an absolute URL that starts with https: or http:, such as "
                + "https://platform.pitchly.com.");
        }

        if (!AllowCredentialsOverHttp && PlainHttp.IsUnprotected(address))
        {
            throw new ArgumentException(
                $"{option} is {address.GetLeftPart(UriPartial.Authority)}, so anyone on the network path could read the access token. "
                    + $"Use https, or set {nameof(AllowCredentialsOverHttp)}.");
        }
    }

    /// <summary>
    /// Throws if an option contains a secret. The users of an App can read its options, so a secret there must not even be sent.
    /// </summary>
    private static void RefuseSecret(string value, string option, string advice)
    {
        if (Array.Exists(SecretPrefixes, prefix => value.Contains(prefix, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"{option} appears to contain an App Secret or a token. {advice}, and replace the secret, because "
                    + "it may have been exposed.");
        }
    }
}
