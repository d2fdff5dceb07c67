namespace Pitchly.AspNetCore.Stores;

/// <summary>Lets one node at a time refresh the tokens of an installation.</summary>
/// <remarks>Its method may throw what its client throws; whoever calls it makes a typed error of it.</remarks>
public interface IPitchlyLock
{
    /// <summary>Takes a lock, which ends with its lease at the latest, if its holder has stalled or died.</summary>
    /// <param name="key">What is locked.</param>
    /// <param name="lease">How long the lock outlives a holder that gives no sign of life. One that can't outlive it may be
    /// shorter.</param>
    /// <param name="wait">How long to wait for it; zero to try once.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>What releases it; <see langword="null"/> if others held it all the time.</returns>
    ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken);
}
