namespace Pitchly.Browser;

/// <summary>Why an App is not connected, and what can be done.</summary>
/// <param name="Error">What Pitchly said.</param>
/// <param name="RetryAsync">Connects again.</param>
public sealed record PitchlyFailure(PitchlyError Error, Func<Task> RetryAsync);
