namespace Pitchly.Http;

/// <summary>
/// A limit of the time between two parts of an answer. The source of the token and its timer are used again by later answers.
/// </summary>
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

    /// <summary>Gets the token that ends a wait: when the time is over, or when the caller wants it.</summary>
    public readonly CancellationToken Token => _source.Token;

    /// <summary>Makes a limit.</summary>
    /// <param name="time">The time.</param>
    /// <param name="caller">The caller's token, which ends a wait too.</param>
    public static TimeLimit Of(TimeSpan time, CancellationToken caller)
    {
        var source = _spare ?? new CancellationTokenSource();
        _spare = null;
        return new TimeLimit(source, time, caller);
    }

    /// <summary>Lets the time begin anew, for a wait that has begun. What is there at once needs no timer.</summary>
    public void Restart()
    {
        _isStarted = true;
        _source.CancelAfter(_time);
    }

    /// <summary>Returns whether the time is over, and not the caller's patience.</summary>
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
