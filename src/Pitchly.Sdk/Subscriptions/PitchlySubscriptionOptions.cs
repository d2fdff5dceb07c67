using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pitchly.Subscriptions;

/// <summary>The options for the subscriptions of a generated client.</summary>
public sealed class PitchlySubscriptionOptions
{
    /// <summary>The WebSocket sub-protocol of subscriptions, as the library graphql-ws defines it.</summary>
    public const string SubProtocol = "graphql-transport-ws";

    /// <summary>The default of <see cref="MaximumPendingEvents"/>: 1,000.</summary>
    public const int DefaultMaximumPendingEvents = 1000;

    /// <summary>The default of <see cref="MaximumPendingBytes"/>: 4 MiB.</summary>
    public const int DefaultMaximumPendingBytes = 4 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the origin of the subscriptions, if it is not the base address of the client's <see cref="HttpClient"/>: an address
    /// that starts with https:, http:, wss: or ws:. The access token is sent to this address.
    /// </summary>
    public Uri? Origin { get; set; }

    /// <summary>Gets or sets the maximum time until a connection is open and acknowledged. The default is 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long the server may be silent before a ping is sent. The default is 15 seconds.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Gets or sets how long the reply to a ping may take before the connection is considered lost. The default is 15 seconds.
    /// </summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long to wait for the server when a connection is closed. The default is 1 second.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets the delay before a lost connection is reopened. Each further attempt doubles the delay. Each delay is randomly
    /// shortened by up to half, so that clients do not all reconnect at the same time. The default is 1 second.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the maximum delay between two attempts. The default is 30 seconds.</summary>
    public TimeSpan MaximumRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the maximum number of events that may wait for a reader. If more arrive, all waiting events are dropped and a gap is
    /// reported instead. The default is 1,000.
    /// </summary>
    public int MaximumPendingEvents { get; set; } = DefaultMaximumPendingEvents;

    /// <summary>
    /// Gets or sets the maximum size in bytes of the events that may wait for a reader, as they were received. If more arrive, all waiting
    /// events are dropped and a gap is reported instead. The default is 4 MiB.
    /// </summary>
    public int MaximumPendingBytes { get; set; } = DefaultMaximumPendingBytes;

    /// <summary>
    /// Gets or sets the delegate that opens the WebSocket with the sub-protocol <see cref="SubProtocol"/>. If not set, a
    /// <see cref="ClientWebSocket"/> is used. Set it for a server in the same process, or to use your own proxy or certificate. It must not
    /// follow redirects, because the access token is sent over the WebSocket.
    /// </summary>
    public Func<Uri, CancellationToken, ValueTask<WebSocket>>? Connect { get; set; }

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the random number generator that varies the delays. Use a generator with a seed to repeat a run.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>
    /// Gets or sets the factory of the loggers. A client that is registered for dependency injection uses the logger factory of its
    /// services.
    /// </summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;
}
