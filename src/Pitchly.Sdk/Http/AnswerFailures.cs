using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>What an answer that is no success means, as a typed exception.</summary>
internal static class AnswerFailures
{
    /// <summary>Returns the failure of an answer with an error status.</summary>
    public static PitchlyHttpException OfStatus(HttpResponseMessage answer, AnswerBody body, PitchlyFailure? failure)
    {
        // If the answer is not in the promised form (a proxy's page, perhaps), its status has to tell.
        if (OfSchema(answer, body, failure) is { } described)
        {
            return described;
        }

        var status = (int)answer.StatusCode;
        var error = new PitchlyError($"http-{status}", PitchlyError.Cut($"The server answered {status} {answer.ReasonPhrase}."), status);
        return new PitchlyHttpException(error, body.Text) { RetryAfter = RetryAfter(answer.Headers.RetryAfter) };
    }

    /// <summary>
    /// Returns the failure that the schema describes for the answer's status; <see langword="null"/> if the body is none.
    /// </summary>
    public static PitchlyHttpException? OfSchema(HttpResponseMessage answer, AnswerBody body, PitchlyFailure? failure) =>
        failure?.Read(body, (int)answer.StatusCode, RetryAfter(answer.Headers.RetryAfter));

    /// <summary>Returns what a body that can't be read means; <see langword="null"/> for any other exception.</summary>
    /// <param name="server">The server's origin.</param>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="error">What was thrown.</param>
    public static PitchlyException? OfReading(string server, string name, int status, Exception error) => error switch
    {
        AnswerTooLargeException => new PitchlyException(
            new PitchlyError(PitchlyErrorNames.AnswerTooLarge, $"{name}: {error.Message}", status), error),
        TimeoutException => CouldNotConnect($"The answer of {server} did not end: {error.Message}", error),
        DecoderFallbackException => new PitchlyException(
            new PitchlyError(PitchlyErrorNames.UnexpectedAnswer, $"The answer to {name} can't be read: {error.Message}", status), error),
        HttpRequestException or IOException or InvalidDataException =>
            CouldNotConnect($"The connection to {server} was lost before the end of the answer: {error.Message}", error),
        _ => null,
    };

    public static PitchlyException CouldNotConnect(string reason, Exception cause) =>
        new(new PitchlyError(PitchlyErrorNames.CouldNotConnect, PitchlyError.Cut(reason.TrimEnd('.') + "."), 0), cause);

    public static PitchlyHttpException Unexpected(string name, JsonException error, int status, string body)
    {
        // The reader's own message is no more than a key where the texts were trimmed, as in a browser.
        var why = error.GetType() == typeof(JsonException)
            ? error.Message
            : $"It is no JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.";
        var reason = PitchlyError.Cut($"The answer to {name} is not what the schema says. {why}");
        return new PitchlyHttpException(new PitchlyError(PitchlyErrorNames.UnexpectedAnswer, reason, status), body, error);
    }

    /// <summary>Returns how long to wait; a moment that has passed is no time at all.</summary>
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - DateTimeOffset.UtcNow : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
