using System.Threading.Channels;

namespace Pitchly.Channels;

/// <summary>
/// Runs callbacks one at a time, in the order in which they came. One that throws is reported, and stops nothing.
/// What waits is bounded: beyond that, a newer value of a cached event takes the place of the one that waits, and other events are dropped.
/// </summary>
internal sealed class CallbackQueue : IAsyncDisposable
{
    private readonly Channel<Work> _work = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly AsyncLocal<Turn?> _turn = new();
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Func<string, Exception, CancellationToken, ValueTask> _report;
    private readonly int _maximum;
    private readonly object _gate = new();

    /// <summary>The last value of each cached event that still waits.</summary>
    private readonly Dictionary<string, Work> _newest = [];
    private readonly Task _run;
    private int _waiting;

    /// <param name="report">Hears of each callback that threw; it must not throw itself.</param>
    /// <param name="maximum">How many events may wait.</param>
    public CallbackQueue(Func<string, Exception, CancellationToken, ValueTask> report, int maximum = int.MaxValue)
    {
        (_report, _maximum) = (report, maximum);
        _run = Task.Run(RunAsync);
    }

    /// <summary>Occurs when a callback has had its turn, so that there may be room for another.</summary>
    public event Action? Advanced;

    /// <summary>Whether the caller runs within a callback, and so would wait for itself if it waited for the next.</summary>
    public bool IsInCallback => _turn.Value is { IsOver: false };

    /// <summary>Gets whether one more event may wait.</summary>
    public bool HasRoom => Volatile.Read(ref _waiting) < _maximum;

    /// <summary>Lets a callback run when its turn comes.</summary>
    /// <returns>A task that ends after it, whether it threw or not; cancelled if the queue ends before.</returns>
    public Task Enqueue(string name, Func<CancellationToken, ValueTask> callback)
    {
        lock (_gate)
        {
            return Add(new Work(name, callback));
        }
    }

    /// <summary>Lets the callback of an event run when its turn comes, if there is room.</summary>
    /// <returns><see langword="false"/> if an event was dropped: this one, or the older value of a cached one.</returns>
    public bool EnqueueEvent(string name, Func<CancellationToken, ValueTask> callback, bool isCached)
    {
        lock (_gate)
        {
            if (_waiting >= _maximum && isCached && _newest.TryGetValue(name, out var waiting))
            {
                waiting.Callback = callback;
                return false;
            }

            if (_waiting >= _maximum && !isCached)
            {
                return false;
            }

            var work = new Work(name, callback);
            if (isCached)
            {
                _newest[name] = work;
            }

            Add(work);
            return true;
        }
    }

    /// <summary>Runs a callback at once, for one that a callback waits for.</summary>
    public async Task RunNowAsync(string name, Func<CancellationToken, ValueTask> callback)
    {
        var work = new Work(name, callback);
        await RunAsync(work).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _lifetime.CancelAsync().ConfigureAwait(false);
        if (!IsInCallback)
        {
            await _run.ConfigureAwait(false);
        }
    }

    private Task Add(Work work)
    {
        if (_work.Writer.TryWrite(work))
        {
            _waiting++;
        }
        else
        {
            work.Done.TrySetCanceled(_lifetime.Token);
        }

        return work.Done.Task;
    }

    private async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Take(work);
            if (_lifetime.IsCancellationRequested)
            {
                work.Done.TrySetCanceled(_lifetime.Token);
            }
            else
            {
                await RunAsync(work).ConfigureAwait(false);
            }

            Advanced?.Invoke();
        }
    }

    /// <summary>From here on, a newer value of its event waits for itself.</summary>
    private void Take(Work work)
    {
        lock (_gate)
        {
            _waiting--;
            if (_newest.TryGetValue(work.Name, out var newest) && ReferenceEquals(newest, work))
            {
                _newest.Remove(work.Name);
            }
        }
    }

    private async Task RunAsync(Work work)
    {
        var turn = new Turn();
        _turn.Value = turn;
        try
        {
            await work.Callback(_lifetime.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested)
        {
            // The client is being disposed of; the callback heard of it, and left.
        }
        catch (Exception error)
        {
            await _report(work.Name, error, _lifetime.Token).ConfigureAwait(false);
        }
        finally
        {
            turn.IsOver = true;
            work.Done.TrySetResult();
        }
    }

    private sealed class Work(string name, Func<CancellationToken, ValueTask> callback)
    {
        public string Name { get; } = name;

        public Func<CancellationToken, ValueTask> Callback { get; set; } = callback;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn
    {
        public volatile bool IsOver;
    }
}
