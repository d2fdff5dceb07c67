using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pitchly.Subscriptions;

/// <summary>
/// The events that wait for a reader. A slow reader never blocks the connection: when too many events wait, all of them are dropped and
/// replaced by a gap, because a reader that reads the data again needs none of them.
/// </summary>
internal sealed class PendingEvents<T>(int maximumEvents, int maximumBytes)
{
    private readonly Channel<(SubscriptionEvent<T> Event, int Bytes)> _events =
        Channel.CreateUnbounded<(SubscriptionEvent<T>, int)>(new UnboundedChannelOptions { SingleWriter = true });

    private long _bytes;

    /// <summary>Adds an event.</summary>
    /// <param name="one">The event.</param>
    /// <param name="bytes">The size of the event in bytes, as it was received.</param>
    public void Add(SubscriptionEvent<T> one, int bytes)
    {
        var (count, waiting) = (_events.Reader.Count, Interlocked.Read(ref _bytes));
        var isTooMuch = count >= maximumEvents || (count > 0 && waiting + bytes > maximumBytes);
        if (isTooMuch)
        {
            while (TryTake(out _))
            {
            }

            Write(new SubscriptionEvent<T>(new SubscriptionGap(SubscriptionGapCause.ReaderTooSlow)), 0);
        }

        Write(one, bytes);
    }

    /// <summary>Completes the events, with an error or because there are no more events.</summary>
    public void Complete(Exception? error) => _events.Writer.TryComplete(error);

    /// <summary>Reads the events as they arrive.</summary>
    public async IAsyncEnumerable<SubscriptionEvent<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (TryTake(out var one))
            {
                yield return one;
            }
        }
    }

    private void Write(SubscriptionEvent<T> one, int bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        _events.Writer.TryWrite((one, bytes));
    }

    private bool TryTake(out SubscriptionEvent<T> one)
    {
        var isThere = _events.Reader.TryRead(out var taken);
        Interlocked.Add(ref _bytes, -taken.Bytes);
        one = taken.Event;
        return isThere;
    }
}
