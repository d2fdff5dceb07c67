namespace Pitchly.Channels;

/// <summary>The options of a WebSocket connection.</summary>
public sealed class WebSocketTransportOptions
{
    /// <summary>Gets or sets the maximum size of a received message in bytes. Larger messages are dropped. The default is 1 MiB.</summary>
    public int MaximumMessageBytes { get; set; } = PitchlyChannelOptions.DefaultMaximumMessageBytes;

    /// <summary>
    /// Gets or sets how long the connection may be idle before a ping is sent (RFC 6455, section 5.5.2). The default is 15 seconds.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets how long the reply to a ping may take before the connection is considered lost. The default is 15 seconds. .NET 8 does
    /// not wait for the reply. There, the connection is considered lost when a request gets no reply.
    /// </summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
