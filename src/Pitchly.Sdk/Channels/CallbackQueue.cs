using System.Threading.Channels;

namespace Pitchly.Channels;

/// <summary>
/// Runs callbacks one at a time, in order of arrival. An exception in a callback is reported and does not stop the queue. The queue is
/// bounded: when it is full, a newer value of a cached event replaces the waiting one, and other events are dropped.
/// </summary>
internal sealed class CallbackQueue : IAsyncDisposable
{
    private readonly Channel<Work> _work = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Func<string, Exception, CancellationToken, ValueTask> _report;
    private readonly Func<PitchlyMessage, CancellationToken, ValueTask> _raise;
    private readonly AsyncSignal _freed;
    private readonly EventCapacity _capacity;
    private readonly CancellationToken _end;
    private readonly Task _run;

    /// <param name="report">Called with each exception that a callback throws. It must not throw.</param>
    /// <param name="raise">Runs the callback of an event when its turn comes.</param>
    /// <param name="freed">A signal that is set when a caller waits for capacity and half of the capacity is available.</param>
    /// <param name="maximum">The maximum number of waiting events.</param>
    public CallbackQueue(
        Func<string, Exception, CancellationToken, ValueTask> report,
        Func<PitchlyMessage, CancellationToken, ValueTask>? raise = null,
        AsyncSignal? freed = null,
        int maximum = int.MaxValue)
    {
        (_report, _raise, _freed) = (report, raise ?? ((_, _) => default), freed ?? new AsyncSignal());
        _capacity = new EventCapacity(maximum);
        _end = _lifetime.Token;
        _run = Task.Run(RunAsync);
    }

    /// <summary>
    /// Gets the turn of the callback in which the caller runs. Such a caller must not wait for the next callback, because it would wait for
    /// itself.
    /// </summary>
    public Turn? CurrentTurn => Turn.Of(this);

    /// <summary>Gets a value indicating whether one more event may wait.</summary>
    public bool HasCapacity => _capacity.IsAvailable;

    /// <summary>Queues a callback.</summary>
    /// <returns>
    /// A task that completes after the callback, whether or not it threw. The task is canceled if the queue is disposed first.
    /// </returns>
    public Task Enqueue(string name, Func<CancellationToken, ValueTask> callback)
    {
        var reply = new Reply(name, callback);
        if (!_work.Writer.TryWrite(new Work(reply, default)))
        {
            reply.Done.TrySetCanceled(_end);
        }

        return reply.Done.Task;
    }

    /// <summary>Queues the callback of an event, if there is capacity. Only one caller at a time may call this method.</summary>
    /// <returns>
    /// <see langword="false"/> if an event was dropped: this one, or the older value of a cached one; otherwise, <see langword="true"/>.
    /// </returns>
    public bool EnqueueEvent(in PitchlyMessage message)
    {
        var isFull = !_capacity.IsAvailable;
        if (message.Kind.IsCached)
        {
            return message.Kind.WaitWith(message.Utf8Data, isFull) && AddEvent(new Work(message.Kind, message.Utf8Data));
        }

        object kind = message.HasOtherMembers ? new EventWithExtraMembers(message) : message.Kind;
        return !isFull && AddEvent(new Work(kind, message.Utf8Data));
    }

    /// <summary>Runs a callback immediately, because the running callback waits for it.</summary>
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
        // Count the item before a reader can take it.
        _capacity.Reserve();
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
                    _capacity.Release();
                    var callback = RunEventAsync(turn, work);
                    if (!callback.IsCompletedSuccessfully)
                    {
                        await callback.ConfigureAwait(false);
                    }
                }

                // Context that a callback sets for the code that it calls must not flow into the next callback.
                turn.RestoreContext();
                if (_freed.IsAwaited && _capacity.IsHalfAvailable)
                {
                    _freed.Set();
                }
            }
        }
    }

    /// <summary>Runs the callback of an event. Most callbacks complete synchronously and need no state machine.</summary>
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
                : _raise(((EventWithExtraMembers)work.Kind).Message, _end);
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
            // The client is being disposed, so the callback was canceled.
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

    /// <summary>An item in the queue.</summary>
    /// <param name="Kind">
    /// The <see cref="MessageType"/> of an event, an <see cref="EventWithExtraMembers"/>, or a <see cref="Reply"/>.
    /// </param>
    /// <param name="Data">The event's payload.</param>
    private readonly record struct Work(object Kind, ReadOnlyMemory<byte> Data)
    {
        public string Name => Kind is MessageType type ? type.Name : ((EventWithExtraMembers)Kind).Message.Type;
    }

    /// <summary>An event with members that events normally do not have.</summary>
    private sealed record EventWithExtraMembers(PitchlyMessage Message);

    /// <summary>A callback that a caller waits for.</summary>
    private sealed class Reply(string name, Func<CancellationToken, ValueTask> callback)
    {
        public string Name { get; } = name;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Calls the callback. An exception that it throws synchronously is returned in the task as well.</summary>
        public async ValueTask CallAsync(CancellationToken cancellationToken) => await callback(cancellationToken).ConfigureAwait(false);
    }
}
