namespace Pitchly.Subscriptions;

/// <summary>Why a subscription knows nothing of a time.</summary>
public enum SubscriptionGapCause
{
    /// <summary>The subscription has begun, and knows nothing of what was before.</summary>
    Started,

    /// <summary>The connection was lost, and is there again.</summary>
    ConnectionLost,

    /// <summary>More values waited for the reader than may wait, and were dropped.</summary>
    ReaderTooSlow,
}
