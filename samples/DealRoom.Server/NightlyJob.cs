using Pitchly;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Stores;

namespace DealRoom.Server;

/// <summary>
/// Processes every installation once a day, on one of the nodes, without a signed-in user. A failed installation does not stop the others.
/// </summary>
internal sealed partial class NightlyJob(
    IPitchlyInstallations installations,
    IPitchlyStore store,
    Deals deals,
    TimeProvider time,
    IConfiguration configuration,
    ILogger<NightlyJob> logger) : BackgroundService
{
    private const string ClaimKey = "dealroom:nightly";

    private readonly TimeSpan _period = configuration.GetValue("NightlyJob:Period", TimeSpan.FromDays(1));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await TryClaimAsync(stoppingToken))
                {
                    await RunAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(logger, failure);
            }
        }
    }

    /// <summary>Returns whether this node runs the job. The first node that writes the current turn to the store runs it.</summary>
    private async Task<bool> TryClaimAsync(CancellationToken cancellationToken)
    {
        var turn = $"{time.GetUtcNow().Ticks / _period.Ticks}";
        var last = await store.ReadAsync(ClaimKey, cancellationToken);
        return last.Text != turn && await store.TryWriteAsync(ClaimKey, turn, last.Version, cancellationToken);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var one in installations.ListAsync(cancellationToken))
        {
            try
            {
                LogSummary(logger, one.Installation, await deals.SummarizeAsync(one.Installation.OrganizationId, cancellationToken));
            }
            catch (PitchlyException failure)
            {
                LogInstallationFailure(logger, one.Installation.ToString(), failure.Error);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Installation} has {Summary}.")]
    private static partial void LogSummary(ILogger logger, PitchlyInstallation installation, string summary);

    [LoggerMessage(LogLevel.Warning, "The nightly job failed.")]
    private static partial void LogFailure(ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The nightly job for {Installation} failed: {Error}")]
    private static partial void LogInstallationFailure(ILogger logger, string installation, PitchlyError error);
}
