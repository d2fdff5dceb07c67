using Pitchly;
using Pitchly.AspNetCore;

namespace PitchlyServer1;

/// <summary>Processes every installation once a day, without a signed-in user.</summary>
internal sealed partial class NightlyJob(IPitchlyInstallations installations, ILogger<NightlyJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await foreach (var one in installations.ListAsync(stoppingToken))
                {
                    // Use new PitchlyDataClient(http, installations.GetTokens(one.Installation)) to access its data.
                    LogStatus(logger, one.Installation, one.Status);
                }
            }
            catch (PitchlyException failure)
            {
                LogFailure(logger, failure.Error);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Installation}: {Status}")]
    private static partial void LogStatus(ILogger logger, PitchlyInstallation installation, PitchlyInstallationStatus status);

    [LoggerMessage(LogLevel.Warning, "The nightly job failed: {Error}")]
    private static partial void LogFailure(ILogger logger, PitchlyError error);
}
