using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pitchly.Channels;

/// <summary>How a channel behaves.</summary>
public class PitchlyChannelOptions
{
    /// <summary>1 MiB.</summary>
    public const int DefaultMaximumMessageBytes = 1024 * 1024;

    /// <summary>Gets or sets how long a request waits for its reply. 30 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how long to wait between tries to reach Pitchly again. 5 seconds, as the guide says.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the size in bytes of the largest message that is taken; larger ones are dropped. 1 MiB.</summary>
    public int MaximumMessageBytes { get; set; } = DefaultMaximumMessageBytes;

    /// <summary>
    /// Gets or sets how many events may wait for their callbacks. 256 by default. While so many wait, a transport that can wait is not read
    /// on;
    /// what others bring is dropped, but for the newest value of each cached event. Drops are counted in <see
    /// cref="PitchlyChannelClient.DroppedMessages"/>.
    /// </summary>
    public int MaximumPendingCallbacks { get; set; } = 256;

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets where to log.</summary>
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
