namespace Pitchly;

/// <summary>Waits that end when their object is disposed of.</summary>
internal static class Lifetime
{
    /// <summary>Waits for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="owner">Who is disposed of.</param>
    /// <param name="lifetime">Cancelled when it is disposed of.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
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
