namespace Pitchly.Subscriptions;

/// <summary>A period in which a subscription may have missed values. The data that the values describe must be read again.</summary>
/// <param name="Cause">The cause of the gap.</param>
/// <param name="Error">The error that ended the connection; <see langword="null"/> if no connection was lost.</param>
public sealed record SubscriptionGap(SubscriptionGapCause Cause, PitchlyError? Error = null);
