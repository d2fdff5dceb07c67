using Pitchly.Subscriptions;

namespace Pitchly.Http;

/// <summary>The options of generated HTTP clients.</summary>
public sealed class PitchlyHttpOptions
{
    /// <summary>The default of <see cref="MaximumResponseBytes"/>: 32 MiB.</summary>
    public const int DefaultMaximumResponseBytes = 32 * 1024 * 1024;

    /// <summary>
    /// Gets or sets a value indicating whether tokens and secrets may be sent to other machines over plain <c>http:</c>, which anyone on
    /// the network path can read. The default is <see langword="false"/> (RFC 6749, section 3.2; RFC 6750, section 5.3). The loopback
    /// address is always allowed.
    /// </summary>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>
    /// Gets or sets the maximum size of a response in bytes, after decompression. The default is 32 MiB. A larger response is refused.
    /// </summary>
    public int MaximumResponseBytes { get; set; } = DefaultMaximumResponseBytes;

    /// <summary>Gets or sets the maximum time between two parts of a response's body. The default is 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets the secrets that identify clients to servers in addition to the access token, by the name of the security scheme. A client that
    /// is registered for dependency injection reads its secrets from here.
    /// </summary>
    public IDictionary<string, PitchlySecret> Keys { get; } = new Dictionary<string, PitchlySecret>();

    /// <summary>Gets the names and passwords that identify clients to servers, by the name of the security scheme.</summary>
    public IDictionary<string, PitchlyBasicCredential> BasicCredentials { get; } = new Dictionary<string, PitchlyBasicCredential>();

    /// <summary>Gets the options of subscriptions, such as how they stay connected and how many events may wait for a reader.</summary>
    public PitchlySubscriptionOptions Subscriptions { get; } = new();

    internal static PitchlyHttpOptions Default { get; } = new();
}
