using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Pitchly;

/// <summary>How access tokens are renewed.</summary>
public sealed class AccessTokenOptions
{
    /// <summary>Tokens are renewed at most this long before they expire (the guide: "within 2-5 minutes of expiration").</summary>
    public static readonly TimeSpan EarliestRenewal = TimeSpan.FromMinutes(5);

    /// <summary>Tokens are renewed at least this long before they expire.</summary>
    public static readonly TimeSpan LatestRenewal = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets how long to wait between tries while Pitchly can't be reached. 5 seconds, as the guide says.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets what chooses the moment of renewal, so that Apps don't all renew at once. Give one with a seed to repeat a run.
    /// </summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>Gets or sets where to log.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Gets or sets the callback that runs for each token, each permanent failure, and the first failure of each outage.</summary>
    public Func<ConnectResponse, CancellationToken, ValueTask>? OnConnect { get; set; }
}
