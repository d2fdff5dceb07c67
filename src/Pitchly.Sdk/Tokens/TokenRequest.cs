using Microsoft.Extensions.Logging;

namespace Pitchly;

/// <summary>Sends one request for a token. Every failure is returned as a response too.</summary>
internal static class TokenRequest
{
    /// <summary>Requests a token, and measures the duration of the request.</summary>
    /// <returns>The response, and the server's minimum delay before the next request.</returns>
    public static async Task<(ConnectResponse Answer, TimeSpan? RetryAfter)> SendAsync(
        IAccessTokenSource source, AccessTokenOptions options, ILogger logger, CancellationToken lifetime)
    {
        using var activity = PitchlyTelemetry.Activities.StartActivity("pitchly.token.request");
        var askedAt = options.TimeProvider.GetTimestamp();

        ConnectResponse answer;
        TimeSpan? retryAfter = null;
        try
        {
            answer = await source.RequestAsync(lifetime).ConfigureAwait(false);
        }
        catch (PitchlyException refused)
        {
            answer = new ConnectFailure { Error = refused.Error };
            retryAfter = refused.RetryAfter;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
        {
            answer = new ConnectFailure
            {
                Error = new PitchlyError(PitchlyErrorNames.CouldNotConnect, "Could not connect to Pitchly server.", 0)
            };
        }
        catch (Exception error) when (!lifetime.IsCancellationRequested)
        {
            SdkLog.SourceFailed(logger, error);
            answer = new ConnectFailure
            {
                Error = new PitchlyError(
                PitchlyErrorNames.TokenSourceFailed, $"The source of tokens failed with {error.GetType().Name}.", PitchlyError.NoStatus)
            };
        }
        catch (OperationCanceledException)
        {
            answer = new ConnectFailure { Error = new PitchlyError(PitchlyErrorNames.CouldNotConnect, "The manager was disposed of.", 0) };
        }

        var took = options.TimeProvider.GetElapsedTime(askedAt);
        answer.Switch(_ => PitchlyTelemetry.TokenCame(took), failure => PitchlyTelemetry.TokenFailed(took, failure.Error));
        activity?.SetTag("error.type", answer.Match<string?>(_ => null, failure => failure.Error.Name));
        return (answer, retryAfter);
    }
}
