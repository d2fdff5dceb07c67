namespace Pitchly.AspNetCore.Stores;

/// <summary>A lock with which one node at a time refreshes the tokens of an installation.</summary>
/// <remarks>The method may throw the exceptions of the underlying client. The caller converts them to typed errors.</remarks>
public interface IPitchlyLock
{
    /// <summary>Acquires a lock. If its holder stalls or stops, the lock is released at the latest when its lease expires.</summary>
    /// <param name="key">The key to lock.</param>
    /// <param name="lease">How long the lock stays held if its holder no longer responds. A lock that is released when its holder's process
    /// ends may ignore it.</param>
    /// <param name="wait">The maximum time to wait for the lock. Zero for one attempt.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>An object that releases the lock, or <see langword="null"/> if the lock was not available in time.</returns>
    ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken);
}
