namespace Pitchly.Http;

/// <summary>The server refused the request, or sent an unexpected response.</summary>
/// <param name="error">The error.</param>
/// <param name="body">The body of the response as text.</param>
/// <param name="innerException">The exception that caused this one, if any.</param>
public class PitchlyHttpException(PitchlyError error, string body, Exception? innerException = null)
    : PitchlyException(error, innerException)
{
    /// <summary>
    /// Gets the body of the response as text. It is not part of the exception's message, because it may contain any data.
    /// </summary>
    public string Body { get; } = body;
}

/// <summary>The server refused the request, with a failure in the form that the schema describes.</summary>
/// <typeparam name="TFailure">The type of the failure.</typeparam>
/// <param name="error">The error.</param>
/// <param name="failure">The failure as the server reports it.</param>
/// <param name="body">The body of the response as text.</param>
public sealed class PitchlyHttpException<TFailure>(PitchlyError error, TFailure failure, string body = "")
    : PitchlyHttpException(error, body)
{
    /// <summary>Gets the failure as the server reports it.</summary>
    public TFailure Failure { get; } = failure;
}
