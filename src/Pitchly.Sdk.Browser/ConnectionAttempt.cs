using Pitchly.Browser.Transports;

namespace Pitchly.Browser;

/// <summary>An attempt to connect, and what it has opened. The next attempt replaces it and closes its connection.</summary>
internal sealed class ConnectionAttempt : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Stack<IAsyncDisposable> _parts = new();
    private bool _isEnded;

    /// <summary>Gets a token that is canceled when the page is closed or another attempt has replaced this one.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Gets or sets the transport, if it is one of this package.</summary>
    public ModuleTransport? Transport { get; set; }

    /// <summary>Gets the client, or <see langword="null"/> until the App is connected.</summary>
    public PitchlyAppClient? Client { get; private set; }

    /// <summary>Sets the client, which the attempt owns from now on.</summary>
    public ValueTask SetAsync(PitchlyAppClient client)
    {
        Client = client;
        return OwnAsync(client);
    }

    /// <summary>Disposes a part when the attempt ends. If it has ended, the part is disposed immediately.</summary>
    public ValueTask OwnAsync(IAsyncDisposable part)
    {
        lock (_gate)
        {
            if (!_isEnded)
            {
                _parts.Push(part);
                return default;
            }
        }

        return part.DisposeAsync();
    }

    /// <summary>Cancels the attempt, and closes its connection.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isEnded = true;
        }

        await _ended.CancelAsync().ConfigureAwait(false);
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }
}
