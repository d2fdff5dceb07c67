namespace Pitchly.Emulator.GraphQL;

/// <summary>The words of a sub-protocol for GraphQL over WebSocket.</summary>
/// <param name="Name">The sub-protocol.</param>
/// <param name="Subscribe">The message that starts an operation.</param>
/// <param name="Next">The message that carries a result.</param>
/// <param name="Stop">The message by which the client ends an operation.</param>
/// <param name="ClosesOnRefusal">Whether the socket is closed where a credential is refused.</param>
internal sealed record SubscriptionProtocol(string Name, string Subscribe, string Next, string Stop, bool ClosesOnRefusal)
{
    /// <summary>That of the library graphql-ws 5, which v2's clients use.</summary>
    public static readonly SubscriptionProtocol Transport = new(
        "graphql-transport-ws", "subscribe", "next", "complete", ClosesOnRefusal: true);

    /// <summary>That of subscriptions-transport-ws, of v1's age; inferred.</summary>
    public static readonly SubscriptionProtocol Old = new("graphql-ws", "start", "data", "stop", ClosesOnRefusal: false);

    /// <summary>Returns the first that both sides know; <see langword="null"/> if there is none.</summary>
    public static SubscriptionProtocol? Of(IList<string> requested) =>
        requested.Contains(Transport.Name) ? Transport : requested.Contains(Old.Name) ? Old : null;
}
