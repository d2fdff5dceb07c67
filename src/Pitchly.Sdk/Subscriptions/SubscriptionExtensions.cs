using System.Runtime.CompilerServices;

namespace Pitchly.Subscriptions;

/// <summary>Ways to read subscriptions.</summary>
public static class SubscriptionExtensions
{
    /// <summary>Returns the values of a subscription alone, for those who need no gaps: nobody is told then what was missed.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="events">The subscription.</param>
    /// <param name="cancellationToken">A token to end it.</param>
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
