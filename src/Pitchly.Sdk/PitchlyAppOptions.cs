using Pitchly.Channels;
using Pitchly.Http;

namespace Pitchly;

/// <summary>How an App connects to Pitchly.</summary>
public class PitchlyAppOptions : PitchlyChannelOptions
{
    /// <summary>The prefixes of App Secrets and user access tokens (accounts-pitchly's README).</summary>
    private static readonly string[] SecretPrefixes = ["plys_", "plyu_"];

    /// <summary>Gets or sets the App ID from the App's registration. It is not the App Secret, which no client ever needs.</summary>
    public AppId AppId { get; set; }

    /// <summary>Gets or sets where the platform's pages and OAuth endpoints are. The live v1 platform by default.</summary>
    public Uri Origin { get; set; } = new("https://v2.pitchly.net");

    /// <summary>Gets or sets where the GraphQL API is; <see cref="Origin"/> if not set, since v1 has both in one place.</summary>
    public Uri? ApiOrigin { get; set; }

    /// <summary>
    /// Gets or sets whether the access token may travel over plain <c>http:</c> or <c>ws:</c> to other machines, where anyone on the way
    /// can read it.
    /// <see langword="false"/> by default (RFC 6750, section 5.3). The loopback address is always allowed.
    /// </summary>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>Gets or sets what opens the transport. If not set, a WebSocket to <see cref="Origin"/>, which the emulator takes.</summary>
    public PitchlyTransportFactory? Transport { get; set; }

    /// <summary>Gets or sets what chooses the moments of renewal; give one with a seed to repeat a run.</summary>
    public Random Random { get; set; } = Random.Shared;

    internal override void Validate()
    {
        base.Validate();
        if (AppId.Value.Length == 0)
        {
            throw new ArgumentException($"Set {nameof(AppId)} to the App ID from the App's registration.");
        }

        RefuseSecret(AppId.Value, nameof(AppId), "Use the App ID");
        RefuseSecret(Origin?.OriginalString ?? "", nameof(Origin), "An address holds no secret");
        RefuseSecret(ApiOrigin?.OriginalString ?? "", nameof(ApiOrigin), "An address holds no secret");
        CheckAddress(Origin, nameof(Origin));
        CheckAddress(ApiOrigin ?? Origin, nameof(ApiOrigin));
        if (Origin!.PathAndQuery != "/")
        {
            throw new ArgumentException(
                $"{nameof(Origin)} is '{Origin}'. Set it to the origin alone, {Origin.GetLeftPart(UriPartial.Authority)}; if the API is "
                    + $"below a path, set {nameof(ApiOrigin)} too.");
        }
    }

    private void CheckAddress(Uri? address, string option)
    {
        if (address is not { IsAbsoluteUri: true } || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"{option} is '{address}'. Set it to a whole address that starts with https: or http:, such as "
                + $"https://platform.pitchly.com.");
        }

        if (!AllowCredentialsOverHttp && PlainHttp.IsReadable(address))
        {
            throw new ArgumentException(
                $"{option} is {address.GetLeftPart(UriPartial.Authority)}, where anyone on the way could read the access token. "
                    + $"Use https, or set {nameof(AllowCredentialsOverHttp)}.");
        }
    }

    /// <summary>
    /// An App runs where its users can read it, so none of its options may be a secret; better nothing is sent than that.
    /// </summary>
    private static void RefuseSecret(string value, string option, string cure)
    {
        if (Array.Exists(SecretPrefixes, prefix => value.Contains(prefix, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"{option} holds an App Secret or token, by its shape. {cure}; and replace the secret, for it may have been seen.");
        }
    }
}
