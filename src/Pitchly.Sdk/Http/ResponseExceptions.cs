using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>Converts failed responses into typed exceptions.</summary>
internal static class ResponseExceptions
{
    /// <summary>Returns the exception for a response with an error status.</summary>
    public static PitchlyHttpException FromStatus(HttpResponseMessage response, ResponseBody body, PitchlyFailure? failure)
    {
        // If the body does not have the form that the schema describes (such as an error page of a proxy), only the status is available.
        if (FromSchema(response, body, failure) is { } described)
        {
            return described;
        }

        var status = (int)response.StatusCode;
        var line = $"{status} {response.ReasonPhrase}".TrimEnd(); // A custom status has no reason phrase.
        var reason = PitchlyError.Cut($"The server responded with {line}.");
        var error = new PitchlyError($"http-{status}", reason, status);
        return new PitchlyHttpException(error, body.Text) { RetryAfter = RetryAfter(response.Headers.RetryAfter) };
    }

    /// <summary>
    /// Returns the failure that the schema describes for the response's status; <see langword="null"/> if the body is not such a failure.
    /// </summary>
    public static PitchlyHttpException? FromSchema(HttpResponseMessage response, ResponseBody body, PitchlyFailure? failure) =>
        failure?.Read(body, (int)response.StatusCode, RetryAfter(response.Headers.RetryAfter));

    /// <summary>
    /// Returns the exception for a body that can't be read; <see langword="null"/> if <paramref name="error"/> has another cause.
    /// </summary>
    /// <param name="server">The server's origin.</param>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="error">The exception that was thrown.</param>
    public static PitchlyException? FromReadError(string server, string name, int status, Exception error) => error switch
    {
        ResponseTooLargeException => new PitchlyException(
            new PitchlyError(PitchlyErrorNames.ResponseTooLarge, $"{name}: {error.Message}", status), error),
        TimeoutException => CouldNotConnect($"The response from {server} did not complete: {error.Message}", error),
        DecoderFallbackException => new PitchlyException(
            new PitchlyError(PitchlyErrorNames.UnexpectedResponse, $"The response to {name} can't be read: {error.Message}", status),
            error),
        HttpRequestException or IOException or InvalidDataException =>
            CouldNotConnect($"The connection to {server} was lost before the end of the response: {error.Message}", error),
        _ => null,
    };

    public static PitchlyException CouldNotConnect(string reason, Exception cause) =>
        new(new PitchlyError(PitchlyErrorNames.CouldNotConnect, PitchlyError.Cut(reason.TrimEnd('.') + "."), 0), cause);

    public static PitchlyHttpException Unexpected(string name, JsonException error, int status, string body)
    {
        // If resource strings are trimmed, as in a browser, the reader's own message is only a resource key.
        var why = error.GetType() == typeof(JsonException)
            ? error.Message
            : $"It is not valid JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.";
        var reason = PitchlyError.Cut($"The response to {name} does not match the schema. {why}");
        return new PitchlyHttpException(new PitchlyError(PitchlyErrorNames.UnexpectedResponse, reason, status), body, error);
    }

    /// <summary>Returns the time to wait; zero if the date in the header has passed.</summary>
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - DateTimeOffset.UtcNow : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
