namespace Pitchly.Emulator.GraphQL;

/// <summary>The message types of a sub-protocol for GraphQL over WebSocket.</summary>
/// <param name="Name">The name of the sub-protocol.</param>
/// <param name="Subscribe">The message that starts an operation.</param>
/// <param name="Next">The message that contains a result.</param>
/// <param name="Stop">The message with which the client stops an operation.</param>
/// <param name="ClosesOnRefusal">Whether the server closes the socket when it refuses a credential.</param>
internal sealed record SubscriptionProtocol(string Name, string Subscribe, string Next, string Stop, bool ClosesOnRefusal)
{
    /// <summary>The sub-protocol of the library graphql-ws 5, which v2's clients use.</summary>
    public static readonly SubscriptionProtocol Transport = new(
        "graphql-transport-ws", "subscribe", "next", "complete", ClosesOnRefusal: true);

    /// <summary>The sub-protocol of subscriptions-transport-ws, which dates from the time of v1. That v1 uses it is inferred.</summary>
    public static readonly SubscriptionProtocol Legacy = new("graphql-ws", "start", "data", "stop", ClosesOnRefusal: false);

    /// <summary>Returns the preferred sub-protocol among those requested, or <see langword="null"/> if none is supported.</summary>
    public static SubscriptionProtocol? Of(IList<string> requested) =>
        requested.Contains(Transport.Name) ? Transport : requested.Contains(Legacy.Name) ? Legacy : null;
}
