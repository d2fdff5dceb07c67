namespace Pitchly.Http;

/// <summary>A server refused, and said why in the form that the schema describes.</summary>
/// <typeparam name="TFailure">The form.</typeparam>
/// <param name="error">What went wrong.</param>
/// <param name="failure">The server's own words.</param>
public sealed class PitchlyHttpException<TFailure>(PitchlyError error, TFailure failure) : PitchlyException(error)
{
    /// <summary>The server's own words.</summary>
    public TFailure Failure { get; } = failure;
}
