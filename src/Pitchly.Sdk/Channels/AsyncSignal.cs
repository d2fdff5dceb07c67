using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Pitchly.Channels;

/// <summary>Wakes the one that waits for a change, again and again, and allocates nothing for it.</summary>
internal sealed class AsyncSignal : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };
    private int _isAwaited;

    /// <summary>Gets whether someone may wait. Whoever looks must have told of the change by an interlocked operation before.</summary>
    public bool IsAwaited => Volatile.Read(ref _isAwaited) != 0;

    /// <summary>Waits until a condition holds, which is looked at again whenever the signal is set. One caller at a time.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WaitUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _source.Reset();
            Interlocked.Exchange(ref _isAwaited, 1);

            // A change that came before the signal was awaited is seen here; one that is being told of right now is waited for.
            var isNeeded = !holds() || Interlocked.Exchange(ref _isAwaited, 0) == 0;
            if (isNeeded)
            {
                await new ValueTask(this, _source.Version).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Wakes the one that waits, if there is one.</summary>
    public void Set()
    {
        if (Interlocked.Exchange(ref _isAwaited, 0) != 0)
        {
            _source.SetResult(true);
        }
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
