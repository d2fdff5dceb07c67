using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pitchly.Emulator.Page;

/// <summary>The pending events of one open page: at most one change notification, and a limited number of calls and faults.</summary>
internal sealed class PageListener
{
    private const int MaximumEvents = 1000;

    private readonly Channel<bool> _wake = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentQueue<PageEvent> _events = new();
    private int _hasChanged;

    public void OnChanged()
    {
        Interlocked.Exchange(ref _hasChanged, 1);
        _wake.Writer.TryWrite(true);
    }

    public void OnRaised(PageEvent pageEvent)
    {
        if (_events.Count < MaximumEvents)
        {
            _events.Enqueue(pageEvent);
            _wake.Writer.TryWrite(true);
        }
    }

    public async IAsyncEnumerable<SseItem<object>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(cancellationToken))
        {
            while (_events.TryDequeue(out var pageEvent))
            {
                yield return new SseItem<object>(pageEvent, pageEvent.Name);
            }

            if (Interlocked.Exchange(ref _hasChanged, 0) == 1)
            {
                yield return new SseItem<object>(new { }, "changed");
            }
        }
    }
}
