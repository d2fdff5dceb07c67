namespace Pitchly;

/// <summary>Pitchly refused, answered nonsense, or can't be reached.</summary>
public class PitchlyException : Exception
{
    /// <summary>Makes an exception of an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public PitchlyException(PitchlyError error, Exception? innerException = null)
        : base(error?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Gets what went wrong.</summary>
    public PitchlyError Error { get; }

    /// <summary>
    /// Gets or sets how long Pitchly asks to wait before the next try (Retry-After, RFC 9110, section 10.2.3), if it does.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
