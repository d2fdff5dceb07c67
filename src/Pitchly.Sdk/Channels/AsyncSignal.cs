using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Pitchly.Channels;

/// <summary>A reusable, allocation-free signal for one waiting caller.</summary>
internal sealed class AsyncSignal : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };
    private int _isAwaited;

    /// <summary>
    /// Gets a value indicating whether a caller may be waiting. Publish the change with an interlocked operation before reading this.
    /// </summary>
    public bool IsAwaited => Volatile.Read(ref _isAwaited) != 0;

    /// <summary>
    /// Waits until a condition is true. The condition is evaluated again each time the signal is set. Only one caller may wait at a time.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WaitUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _source.Reset();
            Interlocked.Exchange(ref _isAwaited, 1);

            // Detects a change that was made before the flag was set. If the flag is already taken, Set is in progress, so wait for it.
            var isNeeded = !holds() || Interlocked.Exchange(ref _isAwaited, 0) == 0;
            if (isNeeded)
            {
                await new ValueTask(this, _source.Version).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Resumes the waiting caller, if there is one.</summary>
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
