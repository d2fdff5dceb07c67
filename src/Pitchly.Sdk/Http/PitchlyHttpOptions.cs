using Pitchly.Subscriptions;

namespace Pitchly.Http;

/// <summary>What generated HTTP clients allow, and how much they take from a server.</summary>
public sealed class PitchlyHttpOptions
{
    /// <summary>32 MiB.</summary>
    public const int DefaultMaximumResponseBytes = 32 * 1024 * 1024;

    /// <summary>
    /// Gets or sets whether tokens and secrets may travel over plain <c>http:</c> to other machines, where anyone on the way can read them.
    /// <see langword="false"/> by default (RFC 6749, section 3.2; RFC 6750, section 5.3). The loopback address is always allowed.
    /// </summary>
    public bool AllowCredentialsOverHttp { get; set; }

    /// <summary>Gets or sets the size in bytes, after decompression, of the largest answer that is read. 32 MiB by default.</summary>
    public int MaximumResponseBytes { get; set; } = DefaultMaximumResponseBytes;

    /// <summary>Gets or sets the longest time between two parts of an answer's body. 30 seconds by default.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets the secrets beside the access token by which servers know clients, by the names of their security schemes. A client that is
    /// registered for dependency injection takes its own from here.
    /// </summary>
    public IDictionary<string, PitchlySecret> Keys { get; } = new Dictionary<string, PitchlySecret>();

    /// <summary>Gets the names and passwords by which servers know clients, by the names of their security schemes.</summary>
    public IDictionary<string, PitchlyBasicCredential> BasicCredentials { get; } = new Dictionary<string, PitchlyBasicCredential>();

    /// <summary>Gets how subscriptions are kept, and how much of them waits for a reader.</summary>
    public PitchlySubscriptionOptions Subscriptions { get; } = new();

    internal static PitchlyHttpOptions Default { get; } = new();
}
