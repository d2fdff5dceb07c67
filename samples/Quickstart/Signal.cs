using System.Collections.Concurrent;

namespace Quickstart;

/// <summary>A named signal with which a caller waits for an event.</summary>
internal sealed class Signal
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _seen = new();

    public void Set(string name) => Of(name).Release();

    public async Task WaitAsync(string name, CancellationToken cancellationToken)
    {
        if (!await Of(name).WaitAsync(Timeout, cancellationToken))
        {
            throw new ArgumentException($"The event '{name}' was not received within {Timeout.TotalSeconds} seconds.");
        }
    }

    private SemaphoreSlim Of(string name) => _seen.GetOrAdd(name, _ => new SemaphoreSlim(0));
}
