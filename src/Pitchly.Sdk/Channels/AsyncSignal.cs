namespace Pitchly.Channels;

/// <summary>
/// Wakes whoever waits for the next change. Take <see cref="Next"/> first, look whether there is anything to wait for, and then wait.
/// </summary>
internal sealed class AsyncSignal
{
    private TaskCompletionSource? _next;

    public Task Next
    {
        get
        {
            var next = Volatile.Read(ref _next);
            if (next is null)
            {
                var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                next = Interlocked.CompareExchange(ref _next, mine, null) ?? mine;
            }

            return next.Task;
        }
    }

    /// <summary>Gets whether someone may wait. Whoever looks must have told of the change by an interlocked operation before.</summary>
    public bool IsAwaited => Volatile.Read(ref _next) is not null;

    /// <summary>Wakes those who wait, if there are any.</summary>
    public void Set() => Interlocked.Exchange(ref _next, null)?.TrySetResult();
}
