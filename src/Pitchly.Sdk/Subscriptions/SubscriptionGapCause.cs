namespace Pitchly.Subscriptions;

/// <summary>Specifies why a subscription may have missed values.</summary>
public enum SubscriptionGapCause
{
    /// <summary>The subscription has started. Changes before its start are unknown.</summary>
    Started,

    /// <summary>The connection was lost and has been reopened.</summary>
    ConnectionLost,

    /// <summary>Too many values were waiting for the reader, and were dropped.</summary>
    ReaderTooSlow,
}
