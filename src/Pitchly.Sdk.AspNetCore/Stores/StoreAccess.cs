using Pitchly.AspNetCore.Diagnostics;

namespace Pitchly.AspNetCore.Stores;

/// <summary>Accesses the store and the lock, and converts their failures to typed errors.</summary>
internal sealed class StoreAccess(IPitchlyStore store, IPitchlyLock locks)
{
    public ValueTask<StoredText> ReadAsync(string key, CancellationToken cancellationToken) =>
        GuardAsync(() => store.ReadAsync(key, cancellationToken), "The store can't be read");

    public ValueTask<bool> TryWriteAsync(string key, string? text, long version, CancellationToken cancellationToken) =>
        GuardAsync(() => store.TryWriteAsync(key, text, version, cancellationToken), "The store can't be written");

    public async IAsyncEnumerable<string> ListAsync(
        string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var texts = store.ListAsync(prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await GuardAsync(texts.MoveNextAsync, "The store can't be read").ConfigureAwait(false))
        {
            yield return texts.Current;
        }
    }

    /// <summary>Acquires a lock. Its release never fails, because the lease also ends the lock.</summary>
    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var waiting = ServerTelemetry.Waiting();
        var taken = await GuardAsync(
            () => locks.TryTakeAsync(key, lease, wait, cancellationToken), "The lock can't be reached").ConfigureAwait(false);
        return taken is null ? null : new QuietRelease(taken);
    }

    private static async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> callAsync, string what)
    {
        try
        {
            return await callAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (OperationCanceledException or PitchlyException))
        {
            throw new PitchlyException(
                new PitchlyError(
                    PitchlyServerErrorNames.StoreUnavailable,
                    $"{what}: {error.Message.TrimEnd('.')}. No token is refreshed until the store is available",
                    code: 0),
                error);
        }
    }

    private sealed class QuietRelease(IAsyncDisposable taken) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await taken.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                ServerTelemetry.ReleaseFailed();
            }
        }
    }
}
