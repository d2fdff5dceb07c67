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

    internal static PitchlyHttpOptions Default { get; } = new();
}
