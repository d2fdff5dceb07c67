namespace Pitchly.Subscriptions;

/// <summary>A time of which a subscription knows nothing. Whatever its values tell of has to be read anew.</summary>
/// <param name="Cause">Why nothing is known.</param>
/// <param name="Error">How the connection was lost, if it was.</param>
public sealed record SubscriptionGap(SubscriptionGapCause Cause, PitchlyError? Error = null);
