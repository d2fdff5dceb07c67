using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pitchly.Subscriptions;

/// <summary>How the subscriptions of a generated client are kept, and how much of them waits for a reader.</summary>
public sealed class PitchlySubscriptionOptions
{
    /// <summary>The sub-protocol of WebSocket that subscriptions speak, that of the library graphql-ws.</summary>
    public const string SubProtocol = "graphql-transport-ws";

    /// <summary>1,000.</summary>
    public const int DefaultMaximumPendingEvents = 1000;

    /// <summary>4 MiB.</summary>
    public const int DefaultMaximumPendingBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Gets or sets where the subscriptions are, if not at the base address of the client's <see cref="HttpClient"/>: an address that
    /// starts with https:, http:, wss: or ws:. The access token is sent there.
    /// </summary>
    public Uri? Origin { get; set; }

    /// <summary>Gets or sets how long it may take until a connection is open and acknowledged. 15 seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long the server may be silent before it is asked for a sign of life. 15 seconds by default.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets how long the sign of life may take before the connection counts as lost. 15 seconds by default.
    /// </summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long the server may take to answer that a connection ends. 1 second by default.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets how long to wait before a lost connection is opened again. Each further try waits twice as long, and all of them up to
    /// half as long by chance, so that clients don't all come at once. 1 second by default.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the longest wait between two tries. 30 seconds by default.</summary>
    public TimeSpan MaximumRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how many events may wait for a reader. When more come, all that wait are dropped, and a gap is told in their place.
    /// 1,000 by default.
    /// </summary>
    public int MaximumPendingEvents { get; set; } = DefaultMaximumPendingEvents;

    /// <summary>
    /// Gets or sets how many bytes of events may wait for a reader, as they came; with more it is as with too many events. 4 MiB by
    /// default.
    /// </summary>
    public int MaximumPendingBytes { get; set; } = DefaultMaximumPendingBytes;

    /// <summary>
    /// Gets or sets what opens the WebSocket with the sub-protocol <see cref="SubProtocol"/>, if not a <see cref="ClientWebSocket"/>: for
    /// a server in the same process, or a proxy or certificate of your own. It follows no redirect, since the access token is sent over it.
    /// </summary>
    public Func<Uri, CancellationToken, ValueTask<WebSocket>>? Connect { get; set; }

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets what spreads the tries; give one with a seed to repeat a run.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>Gets or sets where to log. A client that is registered for dependency injection logs to its services' loggers.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;
}
