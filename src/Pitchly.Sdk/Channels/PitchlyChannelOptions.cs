using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pitchly.Channels;

/// <summary>The options of a channel.</summary>
public class PitchlyChannelOptions
{
    /// <summary>The default of <see cref="MaximumMessageBytes"/>: 1 MiB.</summary>
    public const int DefaultMaximumMessageBytes = 1024 * 1024;

    /// <summary>Gets or sets how long a request waits for its reply. The default is 30 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the delay between attempts to reconnect to Pitchly. The default is 5 seconds, as the guide specifies.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the maximum size of a received message in bytes. Larger messages are dropped. The default is 1 MiB.</summary>
    public int MaximumMessageBytes { get; set; } = DefaultMaximumMessageBytes;

    /// <summary>
    /// Gets or sets the maximum number of events that may wait for their callbacks. The default is 256. When the maximum is reached, a
    /// transport that can wait is not read. From other transports, events are dropped, except the newest value of each cached event.
    /// Dropped events are counted in <see cref="PitchlyChannelClient.DroppedMessages"/>.
    /// </summary>
    public int MaximumPendingCallbacks { get; set; } = 256;

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the factory of the loggers.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    internal virtual void Validate()
    {
        if (RequestTimeout <= TimeSpan.Zero || RetryDelay <= TimeSpan.Zero)
        {
            throw new ArgumentException($"{nameof(RequestTimeout)} and {nameof(RetryDelay)} must be more than zero.");
        }

        if (MaximumPendingCallbacks < 1)
        {
            throw new ArgumentException($"{nameof(MaximumPendingCallbacks)} must be 1 or more.");
        }
    }
}
