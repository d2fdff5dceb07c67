namespace Pitchly.Channels;

/// <summary>
/// The turn of a callback. Whatever the callback calls inherits it, so that a request made within a callback is told from others, which
/// have to wait for the callback.
/// </summary>
/// <remarks>
/// Callbacks that end at once, with nobody having looked, share a turn, since a new one for each would cost memory. So work that such a
/// callback left behind, and that makes its first request during a later one, counts as made within that one.
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

    /// <summary>Gets or sets whether the callback runs.</summary>
    public bool IsRunning
    {
        get => _isRunning;
        set => _isRunning = value;
    }

    /// <summary>Gets whether another callback may have it.</summary>
    public bool CanBeShared => !_wasSeen;

    /// <summary>Returns the turn of the callback within which the caller runs; <see langword="null"/> if it runs within none.</summary>
    public static Turn? Of(CallbackQueue queue)
    {
        if (Current.Value is not { } turn || turn._queue != queue)
        {
            return null;
        }

        turn._wasSeen = true;
        return turn._isRunning ? turn : null;
    }

    /// <summary>Takes back what a callback has set in the context that flows.</summary>
    public void RestoreContext()
    {
        if (!ReferenceEquals(ExecutionContext.Capture(), _context))
        {
            ExecutionContext.Restore(_context);
        }
    }

    /// <summary>Ends a callback that did not end at once; who else inherited the turn is not known.</summary>
    public void End() => (_isRunning, _wasSeen) = (false, true);
}
