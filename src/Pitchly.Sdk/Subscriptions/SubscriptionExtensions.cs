using System.Runtime.CompilerServices;

namespace Pitchly.Subscriptions;

/// <summary>Extension methods to read subscriptions.</summary>
public static class SubscriptionExtensions
{
    /// <summary>
    /// Returns only the values of a subscription, for callers that need no gaps. Such a caller is not notified of missed values.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="events">The subscription.</param>
    /// <param name="cancellationToken">A token to cancel the subscription.</param>
    public static IAsyncEnumerable<T> Values<T>(
        this IAsyncEnumerable<SubscriptionEvent<T>> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        return ReadAsync(events, cancellationToken);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        IAsyncEnumerable<SubscriptionEvent<T>> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var one in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (one.TryGetValue(out var value))
            {
                yield return value;
            }
        }
    }
}
