namespace Pitchly.Browser;

/// <summary>The reason why an App is not connected, and a way to retry.</summary>
/// <param name="Error">The error.</param>
/// <param name="RetryAsync">Connects again.</param>
public sealed record PitchlyFailure(PitchlyError Error, Func<Task> RetryAsync);
