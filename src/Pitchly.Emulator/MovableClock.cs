namespace Pitchly.Emulator;

/// <summary>The emulator's clock, which can be moved forward. Timers, such as the delay of a fault, are not affected.</summary>
internal sealed class MovableClock(TimeProvider inner) : TimeProvider
{
    private long _ahead;

    /// <summary>Occurs when the clock was moved or reset.</summary>
    public event Action? Moved;

    /// <summary>Gets the time by which the clock is ahead of the inner clock.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative, or the resulting time is too close to the maximum
    /// date.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - GetUtcNow() - TimeSpan.FromDays(366));
        Interlocked.Add(ref _ahead, by.Ticks);
        Moved?.Invoke();
    }

    public void Reset()
    {
        Interlocked.Exchange(ref _ahead, 0);
        Moved?.Invoke();
    }
}
