using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Diagnostics;

namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Runs at most one renewal per installation at a time in this process, which all callers share. After a failure, no renewal starts for a
/// while. A renewal continues if a caller stops waiting, and the shutdown of the process waits for it.
/// </summary>
internal sealed class SharedRenewals(
    TokenRenewal renewal,
    RefreshHistory history,
    IOptionsMonitor<PitchlyServerOptions> options,
    TimeProvider time,
    ILogger<SharedRenewals> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<HeldToken>>> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Pause> _paused = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _lifetime = new();

    /// <summary>Joins the running renewal, or starts one.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="held">The token of this process, if it has one.</param>
    /// <param name="onReceived">Called with the token before any caller receives it.</param>
    public Task<HeldToken> RunAsync(PitchlyInstallation installation, HeldToken? held, Func<HeldToken, Task> onReceived)
    {
        var own = new Lazy<Task<HeldToken>>(() => Task.Run(() => RenewAsync(installation, held, onReceived)));
        return _running.GetOrAdd(installation.Key, own).Value;
    }

    /// <summary>Allows the next renewal to start immediately.</summary>
    public void Resume(PitchlyInstallation installation) => _paused.TryRemove(installation.Key, out _);

    public async ValueTask DisposeAsync()
    {
        // Wait until a pending refresh has received and stored its response.
        var running = _running.Values.Select(one => one.Value).ToList();
        Task ended = Task.WhenAll(running);
        await Task.WhenAny(ended, Task.Delay(options.CurrentValue.RequestTimeout)).ConfigureAwait(false);
        await _lifetime.CancelAsync().ConfigureAwait(false);
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _lifetime.Dispose();
    }

    private async Task<HeldToken> RenewAsync(PitchlyInstallation installation, HeldToken? held, Func<HeldToken, Task> onReceived)
    {
        try
        {
            if (_paused.TryGetValue(installation.Key, out var pause) && time.GetElapsedTime(pause.Since) < pause.Delay)
            {
                var left = pause.Delay - time.GetElapsedTime(pause.Since);
                throw new PitchlyException(pause.Failure.Error, pause.Failure) { RetryAfter = left };
            }

            var token = await renewal.GetAsync(installation, held, _lifetime.Token).ConfigureAwait(false);
            await onReceived(token).ConfigureAwait(false);
            Resume(installation);
            return token;
        }
        catch (PitchlyException failure) when (failure.InnerException is not PitchlyException)
        {
            var delay = failure.RetryAfter > options.CurrentValue.RetryDelay ? failure.RetryAfter.Value : options.CurrentValue.RetryDelay;
            _paused[installation.Key] = new Pause(failure, time.GetTimestamp(), delay);
            history.Failed(failure.Error);
            ServerTelemetry.Failed(failure.Error);
            ServerLog.Failed(logger, installation, failure.Error);
            throw;
        }
        catch (Exception error) when (error is not (PitchlyException or OperationCanceledException))
        {
            ServerLog.FailedUnexpectedly(logger, installation, error);
            throw;
        }
        finally
        {
            _running.TryRemove(installation.Key, out _);
        }
    }

    private sealed record Pause(PitchlyException Failure, long Since, TimeSpan Delay);
}
