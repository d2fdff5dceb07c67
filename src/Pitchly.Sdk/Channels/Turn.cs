namespace Pitchly.Channels;

/// <summary>
/// The turn of a callback. It flows to all code that the callback calls, so that a request within a callback can be distinguished from
/// other requests, which must wait for the callback.
/// </summary>
/// <remarks>
/// To save memory, callbacks share a turn if they complete synchronously and no code has read the turn. If such a callback starts work that
/// continues after it, and this work makes its first request during a later callback, the request is treated as part of the later callback.
/// </remarks>
internal sealed class Turn
{
    private static readonly AsyncLocal<Turn?> Current = new();

    private readonly CallbackQueue _queue;
    private readonly ExecutionContext _context;
    private volatile bool _wasSeen;

    public Turn(CallbackQueue queue)
    {
        _queue = queue;
        Current.Value = this;
        _context = ExecutionContext.Capture()!;
    }

    private volatile bool _isRunning;

    /// <summary>Gets or sets a value indicating whether the callback is running.</summary>
    public bool IsRunning
    {
        get => _isRunning;
        set => _isRunning = value;
    }

    /// <summary>Gets a value indicating whether another callback may use this turn.</summary>
    public bool CanBeShared => !_wasSeen;

    /// <summary>
    /// Returns the turn of the callback in which the caller runs; <see langword="null"/> if the caller does not run in a callback.
    /// </summary>
    public static Turn? Of(CallbackQueue queue)
    {
        if (Current.Value is not { } turn || turn._queue != queue)
        {
            return null;
        }

        turn._wasSeen = true;
        return turn._isRunning ? turn : null;
    }

    /// <summary>Reverts the changes that a callback made to the execution context.</summary>
    public void RestoreContext()
    {
        if (!ReferenceEquals(ExecutionContext.Capture(), _context))
        {
            ExecutionContext.Restore(_context);
        }
    }

    /// <summary>Ends a callback that did not complete synchronously. Other code may have inherited the turn, so it is not reused.</summary>
    public void End() => (_isRunning, _wasSeen) = (false, true);
}
