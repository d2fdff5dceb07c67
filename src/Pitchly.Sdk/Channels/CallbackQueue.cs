using System.Threading.Channels;

namespace Pitchly.Channels;

/// <summary>
/// Runs callbacks one at a time, in the order in which they came. One that throws is reported, and stops nothing.
/// What waits is bounded: beyond that, a newer value of a cached event takes the place of the one that waits, and other events are dropped.
/// </summary>
internal sealed class CallbackQueue : IAsyncDisposable
{
    private readonly Channel<Work> _work = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Func<string, Exception, CancellationToken, ValueTask> _report;
    private readonly Func<PitchlyMessage, CancellationToken, ValueTask> _raise;
    private readonly AsyncSignal _freed;
    private readonly Room _room;
    private readonly CancellationToken _end;
    private readonly Task _run;

    /// <param name="report">Hears of each callback that threw; it must not throw itself.</param>
    /// <param name="raise">Runs the callback of an event, when its turn has come.</param>
    /// <param name="freed">Is set when someone waits for room, and half of it is free.</param>
    /// <param name="maximum">How many events may wait.</param>
    public CallbackQueue(
        Func<string, Exception, CancellationToken, ValueTask> report,
        Func<PitchlyMessage, CancellationToken, ValueTask>? raise = null,
        AsyncSignal? freed = null,
        int maximum = int.MaxValue)
    {
        (_report, _raise, _freed) = (report, raise ?? ((_, _) => default), freed ?? new AsyncSignal());
        _room = new Room(maximum);
        _end = _lifetime.Token;
        _run = Task.Run(RunAsync);
    }

    /// <summary>
    /// Gets the turn of the callback within which the caller runs, and which would wait for itself if it waited for the next.
    /// </summary>
    public Turn? CurrentTurn => Turn.Of(this);

    /// <summary>Gets whether one more event may wait.</summary>
    public bool HasRoom => _room.IsFree;

    /// <summary>Lets a callback run when its turn comes.</summary>
    /// <returns>A task that ends after it, whether it threw or not; cancelled if the queue ends before.</returns>
    public Task Enqueue(string name, Func<CancellationToken, ValueTask> callback)
    {
        var reply = new Reply(name, callback);
        if (!_work.Writer.TryWrite(new Work(reply, default)))
        {
            reply.Done.TrySetCanceled(_end);
        }

        return reply.Done.Task;
    }

    /// <summary>Lets the callback of an event run when its turn comes, if there is room. One caller at a time.</summary>
    /// <returns><see langword="false"/> if an event was dropped: this one, or the older value of a cached one.</returns>
    public bool EnqueueEvent(in PitchlyMessage message)
    {
        var isFull = !_room.IsFree;
        if (message.Kind.IsCached)
        {
            return message.Kind.WaitWith(message.Utf8Data, isFull) && AddEvent(new Work(message.Kind, message.Utf8Data));
        }

        object kind = message.HasMore ? new OddEvent(message) : message.Kind;
        return !isFull && AddEvent(new Work(kind, message.Utf8Data));
    }

    /// <summary>Runs a callback at once, for one that a callback waits for.</summary>
    public async Task RunNowAsync(string name, Func<CancellationToken, ValueTask> callback) =>
        await RunAsync(new Turn(this), new Reply(name, callback)).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _lifetime.CancelAsync().ConfigureAwait(false);
        if (CurrentTurn is null)
        {
            await _run.ConfigureAwait(false);
        }
    }

    private bool AddEvent(in Work work)
    {
        // It is counted before it can be taken.
        _room.Add();
        return _work.Writer.TryWrite(work);
    }

    private async Task RunAsync()
    {
        Turn? turn = null;
        while (await _work.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_work.Reader.TryRead(out var work))
            {
                turn = turn is { CanBeShared: true } ? turn : new Turn(this);
                if (work.Kind is Reply reply)
                {
                    await RunAsync(turn, reply).ConfigureAwait(false);
                }
                else
                {
                    _room.Take();
                    var callback = RunEventAsync(turn, work);
                    if (!callback.IsCompletedSuccessfully)
                    {
                        await callback.ConfigureAwait(false);
                    }
                }

                // What a callback set for those that it calls is not meant for the next one.
                turn.RestoreContext();
                if (_freed.IsAwaited && _room.IsHalfFree)
                {
                    _freed.Set();
                }
            }
        }
    }

    /// <summary>Runs the callback of an event. Most end at once, and need no state machine.</summary>
    private ValueTask RunEventAsync(Turn turn, in Work work)
    {
        if (_end.IsCancellationRequested)
        {
            return default;
        }

        turn.IsRunning = true;
        ValueTask callback;
        try
        {
            callback = work.Kind is MessageType type
                ? _raise(new PitchlyMessage(type, type.IsCached ? type.Take(work.Data) : work.Data), _end)
                : _raise(((OddEvent)work.Kind).Message, _end);
        }
        catch (Exception error)
        {
            callback = ValueTask.FromException(error);
        }

        if (!callback.IsCompletedSuccessfully)
        {
            return FinishAsync(turn, work.Name, callback);
        }

        turn.IsRunning = false;
        return default;
    }

    private async ValueTask RunAsync(Turn turn, Reply reply)
    {
        if (_end.IsCancellationRequested)
        {
            reply.Done.TrySetCanceled(_end);
            return;
        }

        turn.IsRunning = true;
        await FinishAsync(turn, reply.Name, reply.CallAsync(_end)).ConfigureAwait(false);
        reply.Done.TrySetResult();
    }

    private async ValueTask FinishAsync(Turn turn, string name, ValueTask callback)
    {
        try
        {
            await callback.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The client is being disposed of; the callback heard of it, and left.
        }
        catch (Exception error)
        {
            await _report(name, error, _end).ConfigureAwait(false);
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>What waits for its turn.</summary>
    /// <param name="Kind">The <see cref="MessageType"/> of an event, an <see cref="OddEvent"/>, or a <see cref="Reply"/>.</param>
    /// <param name="Data">What an event carries.</param>
    private readonly record struct Work(object Kind, ReadOnlyMemory<byte> Data)
    {
        public string Name => Kind is MessageType type ? type.Name : ((OddEvent)Kind).Message.Type;
    }

    /// <summary>An event with members that events do not have.</summary>
    private sealed record OddEvent(PitchlyMessage Message);

    /// <summary>A callback that somebody waits for.</summary>
    private sealed class Reply(string name, Func<CancellationToken, ValueTask> callback)
    {
        public string Name { get; } = name;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Calls the callback; what it throws at once comes with the task too.</summary>
        public async ValueTask CallAsync(CancellationToken cancellationToken) => await callback(cancellationToken).ConfigureAwait(false);
    }
}
