namespace Pitchly;

/// <summary>Waits that end when their owner is disposed.</summary>
internal static class Lifetime
{
    /// <summary>Waits for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="owner">The object that may be disposed.</param>
    /// <param name="lifetime">A token that is canceled when the owner is disposed.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="ObjectDisposedException">The owner was disposed.</exception>
    public static async Task OrDisposedAsync(this Task task, object owner, CancellationToken lifetime, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime);
        try
        {
            await task.WaitAsync(wait.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(owner.GetType().Name);
        }
    }

    /// <inheritdoc cref="OrDisposedAsync(Task, object, CancellationToken, CancellationToken)"/>
    public static async Task<T> OrDisposedAsync<T>(
        this Task<T> task, object owner, CancellationToken lifetime, CancellationToken cancellationToken)
    {
        await OrDisposedAsync((Task)task, owner, lifetime, cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }
}
