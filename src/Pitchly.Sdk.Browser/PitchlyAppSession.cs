using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using Pitchly.Browser.Transports;
using Pitchly.Channels;

namespace Pitchly.Browser;

/// <summary>The connection of one user's page: its client, and what it has heard. The component <see cref="PitchlyApp"/> opens it.</summary>
public sealed class PitchlyAppSession : IAccessTokenProvider, IAsyncDisposable
{
    private readonly Action<PitchlyBrowserOptions> _configure;
    private readonly Func<IServiceProvider, IPitchlyAppCallbacks> _callbacks;
    private readonly IServiceProvider _services;
    private ModuleTransport? _transport;

    internal PitchlyAppSession(Action<PitchlyBrowserOptions> configure, Func<IServiceProvider, IPitchlyAppCallbacks> callbacks, IServiceProvider services) =>
        (_configure, _callbacks, _services) = (configure, callbacks, services);

    /// <summary>What Pitchly's page shows.</summary>
    public PitchlyAppState State { get; } = new();

    /// <summary>The client; <see langword="null"/> until connected.</summary>
    public PitchlyAppClient? Client { get; private set; }

    /// <summary>Connects, and keeps the state from then on. A refusal is told by the state.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public async ValueTask ConnectAsync(CancellationToken cancellationToken = default)
    {
        await DisconnectAsync().ConfigureAwait(false);
        State.Start();
        State.Notify();
        try
        {
            Client = await PitchlyAppClient.ConnectAsync(Options(), new StateCallbacks(State, _callbacks(_services)), cancellationToken).ConfigureAwait(false);
        }
        catch (PitchlyException error)
        {
            State.Refuse(error.Error);
        }

        State.Notify();
    }

    /// <summary>How many messages were dropped: of other origins and windows, malformed, too large, or replies to nothing.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The App is not connected.</exception>
    public async ValueTask<long> GetDroppedMessagesAsync(CancellationToken cancellationToken = default) =>
        Connected.DroppedMessages + (_transport is { } transport ? await transport.GetDroppedMessagesAsync(cancellationToken).ConfigureAwait(false) : 0);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The App is not connected.</exception>
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) => Connected.GetAccessTokenAsync(cancellationToken);

    /// <inheritdoc/>
    public void Reject(AccessToken token) => Client?.Reject(token);

    /// <summary>Ends the connection, and removes its listeners from the page.</summary>
    public ValueTask DisposeAsync() => DisconnectAsync();

    private PitchlyAppClient Connected => Client
        ?? throw new InvalidOperationException($"The App is not connected to Pitchly. Ask within the Connected template of {nameof(PitchlyApp)}.");

    private async ValueTask DisconnectAsync()
    {
        var client = Client;
        Client = null;
        if (client is not null)
        {
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    private PitchlyBrowserOptions Options()
    {
        var options = new PitchlyBrowserOptions { LoggerFactory = _services.GetRequiredService<ILoggerFactory>() };
        _configure(options);
        var javaScript = _services.GetRequiredService<IJSRuntime>();
        var open = options.Transport ?? (options.Script is { } script
            ? BrowserTransports.OfficialScript(javaScript, script)
            : BrowserTransports.PostMessage(javaScript, options.Origin, options.MaximumMessageBytes));
        options.Transport = async cancellationToken =>
        {
            var transport = await open(cancellationToken).ConfigureAwait(false);
            _transport = transport as ModuleTransport;
            return transport;
        };
        return options;
    }
}
