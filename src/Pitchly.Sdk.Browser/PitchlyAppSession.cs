using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using Pitchly.Browser.Transports;
using Pitchly.Channels;

namespace Pitchly.Browser;

/// <summary>
/// The connection of one user's page: its client, and what it has heard. The component <see cref="PitchlyApp"/> opens it.
/// </summary>
public sealed class PitchlyAppSession : IAccessTokenProvider, IAsyncDisposable
{
    /// <summary>No HTTP status of Pitchly's, and no network error either.</summary>
    internal const int InvalidOptionsCode = -1;

    private readonly Action<PitchlyBrowserOptions> _configure;
    private readonly Func<IServiceProvider, IPitchlyAppCallbacks> _callbacks;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;
    private ModuleTransport? _transport;
    private CancellationTokenSource _attempt = new();
    private ITimer? _patience;

    internal PitchlyAppSession(
        Action<PitchlyBrowserOptions> configure, Func<IServiceProvider, IPitchlyAppCallbacks> callbacks, IServiceProvider services) =>
        (_configure, _callbacks, _services, _logger) = (
            configure, callbacks, services, services.GetRequiredService<ILogger<PitchlyAppSession>>());

    /// <summary>Gets what Pitchly's page shows.</summary>
    public PitchlyAppState State { get; } = new();

    /// <summary>Gets the client; <see langword="null"/> until connected.</summary>
    public PitchlyAppClient? Client { get; private set; }

    /// <summary>
    /// Connects, and keeps the state from then on. The state tells of a wrong option, of a refusal, and that Pitchly did not answer in
    /// time.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async ValueTask ConnectAsync(CancellationToken cancellationToken = default)
    {
        await DisconnectAsync().ConfigureAwait(false);
        var attempt = _attempt = new CancellationTokenSource();
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, attempt.Token);
        State.Start();
        State.Notify();
        try
        {
            var options = Options();
            _patience = StartPatience(options);
            Client = await PitchlyAppClient
                .ConnectAsync(options, new StateCallbacks(State, _callbacks(_services)), wait.Token)
                .ConfigureAwait(false);
        }
        catch (PitchlyException error)
        {
            State.Refuse(error.Error);
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            // Another attempt, or the end of the page, has taken its place.
            return;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Options and callbacks are the App's own code.
            SessionLog.WrongOptions(_logger, error);
            State.Refuse(new PitchlyError(PitchlyErrorNames.InvalidOptions, Reason(error), InvalidOptionsCode));
        }

        State.Notify();
    }

    /// <summary>How many messages were dropped: of other origins and windows, malformed, too large, or replies to nothing.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="InvalidOperationException">The App is not connected.</exception>
    public async ValueTask<long> GetDroppedMessagesAsync(CancellationToken cancellationToken = default) =>
        Connected.DroppedMessages
            + (_transport is { } transport ? await transport.GetDroppedMessagesAsync(cancellationToken).ConfigureAwait(false) : 0);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The App is not connected.</exception>
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        Connected.GetAccessTokenAsync(cancellationToken);

    /// <inheritdoc/>
    public void Reject(AccessToken token) => Client?.Reject(token);

    /// <summary>Ends the connection, and removes its listeners from the page.</summary>
    public ValueTask DisposeAsync() => DisconnectAsync();

    private PitchlyAppClient Connected => Client
        ?? throw new InvalidOperationException(
            $"The App is not connected to Pitchly. Ask within the Connected template of {nameof(PitchlyApp)}.");

    /// <summary>.NET's own message for an address is no more than a key where the texts were trimmed, as in a browser.</summary>
    private static string Reason(Exception error) => error is UriFormatException
        ? "An address that AddPitchlyApp sets, such as Origin, is empty or none. Set it to a whole address, such as "
            + "https://platform.pitchly.com."
        : error.Message;

    /// <summary>Connecting lasts no longer than a request: whoever waits is told what may be wrong.</summary>
    private ITimer? StartPatience(PitchlyBrowserOptions options)
    {
        // The client refuses a time-out of nothing.
        return options.RequestTimeout <= TimeSpan.Zero
            ? null
            : options.TimeProvider.CreateTimer(_ => GiveUp(options), null, options.RequestTimeout, Timeout.InfiniteTimeSpan);
    }

    private void GiveUp(PitchlyBrowserOptions options)
    {
        var advice = _transport is { WhenSilent: { Length: > 0 } text }
            ? text
            : $"Check that Origin, {options.Origin.OriginalString}, is Pitchly's.";
        var silence =
            new PitchlyError(PitchlyErrorNames.RequestTimedOut, $"Pitchly gave no answer within {options.RequestTimeout}. {advice}", 0);
        if (State.GiveUp(silence) is not { } error)
        {
            return;
        }

        // The channel itself logs that it can't be opened, or that a request has no reply.
        if (error != silence)
        {
            SessionLog.GaveUp(_logger, options.RequestTimeout, error);
        }

        State.Notify();
    }

    private async ValueTask DisconnectAsync()
    {
        await _attempt.CancelAsync().ConfigureAwait(false);
        if (_patience is { } patience)
        {
            await patience.DisposeAsync().ConfigureAwait(false);
        }

        var client = Client;
        (Client, _transport) = (null, null);
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
