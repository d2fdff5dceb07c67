namespace Pitchly.Channels;

/// <summary>How a WebSocket is kept, and how much it takes.</summary>
public sealed class WebSocketTransportOptions
{
    /// <summary>Gets or sets the size in bytes of the largest message that is taken; larger ones are dropped. 1 MiB by default.</summary>
    public int MaximumMessageBytes { get; set; } = PitchlyChannelOptions.DefaultMaximumMessageBytes;

    /// <summary>
    /// Gets or sets how long the connection may be idle before it is asked for a sign of life (a ping of RFC 6455, section 5.5.2). 15
    /// seconds by default.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets how long the sign of life may take before the connection counts as lost. 15 seconds by default.
    /// .NET 8 does not wait for it; there a request without a reply tells that the connection is lost.
    /// </summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
