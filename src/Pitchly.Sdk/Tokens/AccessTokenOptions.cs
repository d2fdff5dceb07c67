using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pitchly;

/// <summary>The options for the renewal of access tokens.</summary>
public sealed class AccessTokenOptions
{
    /// <summary>
    /// The maximum time between a token's renewal and its expiration: 5 minutes (the guide: "within 2-5 minutes of expiration").
    /// </summary>
    public static readonly TimeSpan EarliestRenewal = TimeSpan.FromMinutes(5);

    /// <summary>The minimum time between a token's renewal and its expiration: 2 minutes.</summary>
    public static readonly TimeSpan LatestRenewal = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets or sets the delay between attempts while Pitchly can't be reached. The default is 5 seconds, as the guide specifies.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the random number generator that chooses the time of renewal, so that Apps do not all renew at the same time. Use a
    /// generator with a seed to repeat a run.
    /// </summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>Gets or sets the factory of the loggers.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Gets or sets the callback that runs for each token, for each permanent failure, and for the first failure of each outage.
    /// </summary>
    public Func<ConnectResponse, CancellationToken, ValueTask>? OnConnect { get; set; }
}
