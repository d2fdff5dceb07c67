namespace Pitchly.Http;

/// <summary>A server refused, or answered what it should not.</summary>
/// <param name="error">What went wrong.</param>
/// <param name="body">The body of the answer as text.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public class PitchlyHttpException(PitchlyError error, string body, Exception? innerException = null)
    : PitchlyException(error, innerException)
{
    /// <summary>Gets the body of the answer as text. It may hold anything, so it is no part of the message.</summary>
    public string Body { get; } = body;
}

/// <summary>A server refused, and said why in the form that the schema describes.</summary>
/// <typeparam name="TFailure">The form.</typeparam>
/// <param name="error">What went wrong.</param>
/// <param name="failure">The server's own words.</param>
/// <param name="body">The body of the answer as text.</param>
public sealed class PitchlyHttpException<TFailure>(PitchlyError error, TFailure failure, string body = "")
    : PitchlyHttpException(error, body)
{
    /// <summary>Gets the server's own words.</summary>
    public TFailure Failure { get; } = failure;
}
