using Microsoft.Extensions.Time.Testing;

namespace Pitchly.Sdk.Tests;

/// <summary>Simulated time that knows who sleeps, so that a test can move to the very moment of the next timer.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Watch, DateTimeOffset> _sleepers = [];
    private long _jumpedTicks;
    private TaskCompletionSource _slept = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once a timer is set.</summary>
    public Task SleeperAsync()
    {
        lock (_gate)
        {
            return _slept.Task;
        }
    }

    /// <summary>Moves to the next timer's moment, but not past another moment; stays where it is while nobody sleeps.</summary>
    /// <returns>Whether that other moment is still ahead.</returns>
    public bool AdvanceToNext(DateTimeOffset atMost)
    {
        // No timer may be set while time moves, or it would be set at one moment and run from another.
        lock (_gate)
        {
            if (_sleepers.Count == 0)
            {
                return true;
            }

            var next = _sleepers.Values.Min();
            var to = next < atMost ? next : atMost;
            Advance(to - GetUtcNow());
            return next <= atMost;
        }
    }

    /// <summary>Sets the wall clock, as a user does: timers still wait as long as they would have.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_gate)
        {
            foreach (var sleeper in _sleepers.Keys.ToList())
            {
                _sleepers[sleeper] += by;
            }
        }

        Interlocked.Add(ref _jumpedTicks, by.Ticks);
        AdjustTime(GetUtcNow() + by);
    }

    /// <summary>Time that has really passed: a jump of the wall clock is none.</summary>
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
            _sleepers[watch] = GetUtcNow() + dueTime;
            _slept.TrySetResult();
        }

        return watch;
    }

    private void Remove(Watch watch)
    {
        lock (_gate)
        {
            if (_sleepers.Remove(watch) && _sleepers.Count == 0 && _slept.Task.IsCompleted)
            {
                _slept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
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
