namespace Pitchly.Channels;

/// <summary>
/// Wakes whoever waits for the next change. Take <see cref="Next"/> first, look whether there is anything to wait for, and then wait.
/// </summary>
internal sealed class AsyncSignal
{
    private TaskCompletionSource _next = New();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
