namespace Pitchly.Http;

/// <summary>A limit on the time between two parts of a response. The token source and its timer are reused for later responses.</summary>
internal struct TimeLimit : IDisposable
{
    [ThreadStatic]
    private static CancellationTokenSource? _spare;

    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _time;
    private readonly CancellationTokenRegistration _registration;
    private bool _isStarted;

    private TimeLimit(CancellationTokenSource source, TimeSpan time, CancellationToken caller)
    {
        (_source, _time, _caller) = (source, time, caller);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    /// <summary>Gets the token that is canceled when the time is over, or when the caller's token is canceled.</summary>
    public readonly CancellationToken Token => _source.Token;

    /// <summary>Creates a limit.</summary>
    /// <param name="time">The time.</param>
    /// <param name="caller">The caller's token, which also cancels a wait.</param>
    public static TimeLimit Of(TimeSpan time, CancellationToken caller)
    {
        var source = _spare ?? new CancellationTokenSource();
        _spare = null;
        return new TimeLimit(source, time, caller);
    }

    /// <summary>
    /// Restarts the timer. Call this only if an operation did not complete immediately, because otherwise no timer is needed.
    /// </summary>
    public void Restart()
    {
        _isStarted = true;
        _source.CancelAfter(_time);
    }

    /// <summary>Gets a value indicating whether the time is over and the caller's token is not canceled.</summary>
    public readonly bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public readonly void Dispose()
    {
        _registration.Dispose();
        var canBeUsedAgain = _isStarted ? _source.TryReset() : !_source.IsCancellationRequested;
        if (canBeUsedAgain)
        {
            _spare = _source;
        }
        else
        {
            _source.Dispose();
        }
    }
}
