namespace Pitchly;

/// <summary>Pitchly refused the request, sent an invalid response, or can't be reached.</summary>
public class PitchlyException : Exception
{
    /// <summary>Creates an exception from an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="innerException">The exception that caused this one, if any.</param>
    public PitchlyException(PitchlyError error, Exception? innerException = null)
        : base(error?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Gets the error.</summary>
    public PitchlyError Error { get; }

    /// <summary>
    /// Gets or sets the time to wait before the next attempt (Retry-After, RFC 9110, section 10.2.3); <see langword="null"/> if Pitchly did
    /// not specify one.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
