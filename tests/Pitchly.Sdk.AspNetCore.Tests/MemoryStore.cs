using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Tests;

/// <summary>A store in memory that counts its reads and can be made to fail.</summary>
internal sealed class MemoryStore(TimeProvider time) : IPitchlyStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Text, long Version)> _texts = [];

    public int Reads { get; set; }

    /// <summary>Gets or sets a callback that runs before (false) and after (true) each operation, with the operation's name.</summary>
    public Action<string, bool> Around { get; set; } = (_, _) => { };

    public ValueTask<StoredText> ReadAsync(string key, CancellationToken cancellationToken) => new(Run("read", () =>
    {
        Reads++;
        return _texts.TryGetValue(key, out var found)
            ? new StoredText(found.Text, found.Version, time.GetUtcNow())
            : new StoredText(null, StoredText.NoVersion, time.GetUtcNow());
    }));

    public ValueTask<bool> TryWriteAsync(string key, string? text, long version, CancellationToken cancellationToken) =>
        new(Run("write", () =>
    {
        if (_texts.GetValueOrDefault(key).Version != version)
        {
            return false;
        }

        _texts.Remove(key);
        if (text is not null)
        {
            _texts[key] = (text, version + 1);
        }

        return true;
    }));

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var text in _texts.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(one =>
            one.Value.Text).ToList())
        {
            yield return text;
        }
    }

    public string Text(PitchlyInstallation installation) => _texts[installation.Key].Text;

    private T Run<T>(string name, Func<T> act)
    {
        Around(name, false);
        T result;
        lock (_gate)
        {
            result = act();
        }

        Around(name, true);
        return result;
    }
}

/// <summary>Locks in memory that can be unreachable, or held by a node that no longer responds.</summary>
internal sealed class MemoryLock : IPitchlyLock
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    public bool IsAway { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether a lock can be taken while another node holds it, as after a lease has expired.
    /// </summary>
    public bool IsLeaseOver { get; set; }

    /// <summary>Gets or sets a value indicating whether the lock server is unreachable when a lock is released.</summary>
    public bool IsReleaseLost { get; set; }

    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new IOException("The lock's server is away.");
        }

        if (IsReleaseLost)
        {
            return new Lost();
        }

        var semaphore = _locks.GetOrAdd(key, _ => new SemaphoreSlim(1));
        return IsLeaseOver ? new Released(null) : await semaphore.WaitAsync(wait, cancellationToken) ? new Released(semaphore) : null;
    }

    private sealed class Lost : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => throw new IOException("The lock's server is away.");
    }

    private sealed class Released(SemaphoreSlim? semaphore) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            semaphore?.Release();
            return default;
        }
    }
}
