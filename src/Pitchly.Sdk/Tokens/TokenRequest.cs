using Microsoft.Extensions.Logging;

namespace Pitchly;

/// <summary>Sends one request for a token. Every failure is returned as a response too.</summary>
internal static class TokenRequest
{
    /// <summary>Requests a token, and measures the duration of the request.</summary>
    /// <returns>The response, and the server's minimum delay before the next request.</returns>
    public static async Task<(ConnectResponse Response, TimeSpan? RetryAfter)> SendAsync(
        IAccessTokenSource source, AccessTokenOptions options, ILogger logger, CancellationToken lifetime)
    {
        using var activity = PitchlyTelemetry.Activities.StartActivity("pitchly.token.request");
        var startedAt = options.TimeProvider.GetTimestamp();

        ConnectResponse response;
        TimeSpan? retryAfter = null;
        try
        {
            response = await source.RequestAsync(lifetime).ConfigureAwait(false);
        }
        catch (PitchlyException refused)
        {
            response = new ConnectFailure { Error = refused.Error };
            retryAfter = refused.RetryAfter;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
        {
            response = new ConnectFailure
            {
                Error = new PitchlyError(PitchlyErrorNames.CouldNotConnect, "Could not connect to Pitchly server.", 0)
            };
        }
        catch (Exception error) when (!lifetime.IsCancellationRequested)
        {
            SdkLog.SourceFailed(logger, error);
            response = new ConnectFailure
            {
                Error = new PitchlyError(
                PitchlyErrorNames.TokenSourceFailed, $"The token source failed with {error.GetType().Name}.", PitchlyError.NoStatus)
            };
        }
        catch (OperationCanceledException)
        {
            response = new ConnectFailure { Error = new PitchlyError(PitchlyErrorNames.CouldNotConnect, "The manager was disposed.", 0) };
        }

        var duration = options.TimeProvider.GetElapsedTime(startedAt);
        response.Switch(_ => PitchlyTelemetry.TokenReceived(duration), failure => PitchlyTelemetry.TokenFailed(duration, failure.Error));
        activity?.SetTag("error.type", response.Match<string?>(_ => null, failure => failure.Error.Name));
        return (response, retryAfter);
    }
}
