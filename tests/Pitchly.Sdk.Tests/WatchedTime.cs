using Microsoft.Extensions.Time.Testing;

namespace Pitchly.Sdk.Tests;

/// <summary>Simulated time that knows its active timers, so that a test can advance to exactly the time of the next one.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Watch, DateTimeOffset> _timers = [];
    private long _jumpedTicks;
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until a timer is set.</summary>
    public Task TimerSetAsync()
    {
        lock (_gate)
        {
            return _timerSet.Task;
        }
    }

    /// <summary>Advances to the time of the next timer, but not beyond the specified time. Does nothing while there is no timer.</summary>
    /// <returns> <see langword="false"/> if the specified time was reached before the next timer; otherwise, <see langword="true"/>.
    /// </returns>
    public bool AdvanceToNext(DateTimeOffset atMost)
    {
        // No timer may be set while the time advances. Otherwise, its due time would be computed at one time and its wait would start at
        // another.
        lock (_gate)
        {
            if (_timers.Count == 0)
            {
                return true;
            }

            var next = _timers.Values.Min();
            var to = next < atMost ? next : atMost;
            Advance(to - GetUtcNow());
            return next <= atMost;
        }
    }

    /// <summary>Changes the wall clock, as a user does. The remaining waits of timers stay the same.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_gate)
        {
            foreach (var timer in _timers.Keys.ToList())
            {
                _timers[timer] += by;
            }
        }

        Interlocked.Add(ref _jumpedTicks, by.Ticks);
        AdjustTime(GetUtcNow() + by);
    }

    /// <summary>Returns the elapsed time, which a change of the wall clock does not affect.</summary>
    public override long GetTimestamp() => base.GetTimestamp() - Interlocked.Read(ref _jumpedTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var watch = new Watch(this);
        lock (_gate)
        {
            watch.Inner = base.CreateTimer(
                _ =>
                {
                    Remove(watch);
                    callback(state);
                },
                null,
                dueTime,
                period);
            _timers[watch] = GetUtcNow() + dueTime;
            _timerSet.TrySetResult();
        }

        return watch;
    }

    private void Remove(Watch watch)
    {
        lock (_gate)
        {
            if (_timers.Remove(watch) && _timers.Count == 0 && _timerSet.Task.IsCompleted)
            {
                _timerSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private sealed class Watch(WatchedTime time) : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public bool Change(TimeSpan dueTime, TimeSpan period) => Inner.Change(dueTime, period);

        public void Dispose()
        {
            time.Remove(this);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            time.Remove(this);
            return Inner.DisposeAsync();
        }
    }
}
