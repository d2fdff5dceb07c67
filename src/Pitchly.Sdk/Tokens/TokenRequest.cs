using Microsoft.Extensions.Logging;

namespace Pitchly;

/// <summary>One request for a token. Whatever goes wrong is an answer too.</summary>
internal static class TokenRequest
{
    /// <summary>Asks for a token, and measures how long it took.</summary>
    /// <returns>The answer, and how long the server wants to be left alone.</returns>
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
