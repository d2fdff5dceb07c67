using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using Pitchly.Browser.Transports;
using Pitchly.Channels;

namespace Pitchly.Browser;

/// <summary>
/// The connection of one user's page: its client, and the state of Pitchly's page. The component <see cref="PitchlyApp"/> opens it.
/// </summary>
public sealed class PitchlyAppSession : IAccessTokenProvider, IAsyncDisposable
{
    /// <summary>The code of an error that is neither an HTTP status of Pitchly nor a network error.</summary>
    internal const int InvalidOptionsCode = -1;

    private readonly Action<PitchlyBrowserOptions> _configure;
    private readonly Func<IServiceProvider, IPitchlyAppCallbacks> _callbacks;
    private readonly IServiceProvider _services;
    private readonly ILogger _logger;
    private ModuleTransport? _transport;
    private CancellationTokenSource _attempt = new();
    private ITimer? _timeout;

    internal PitchlyAppSession(
        Action<PitchlyBrowserOptions> configure, Func<IServiceProvider, IPitchlyAppCallbacks> callbacks, IServiceProvider services) =>
        (_configure, _callbacks, _services, _logger) = (
            configure, callbacks, services, services.GetRequiredService<ILogger<PitchlyAppSession>>());

    /// <summary>Gets the state of Pitchly's page.</summary>
    public PitchlyAppState State { get; } = new();

    /// <summary>Gets the client, or <see langword="null"/> until the App is connected.</summary>
    public PitchlyAppClient? Client { get; private set; }

    /// <summary>
    /// Connects, and updates the state from then on. A wrong option, a refusal or a missing response from Pitchly is reported in the state,
    /// not as an exception.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
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
            _timeout = StartTimeout(options);
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
            // Another attempt has replaced this one, or the page was closed.
            return;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Options and callbacks are the App's own code and may throw any exception.
            SessionLog.WrongOptions(_logger, error);
            State.Refuse(new PitchlyError(PitchlyErrorNames.InvalidOptions, Reason(error), InvalidOptionsCode));
        }

        State.Notify();
    }

    /// <summary>
    /// Returns the number of dropped messages: messages from other origins and windows, malformed or too large messages, and replies
    /// without a request.
    /// </summary>
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

    /// <summary>Closes the connection, and removes its event listeners from the page.</summary>
    public ValueTask DisposeAsync() => DisconnectAsync();

    private PitchlyAppClient Connected => Client
        ?? throw new InvalidOperationException(
            $"The App is not connected to Pitchly. Use the session within the Connected template of {nameof(PitchlyApp)}.");

    /// <summary>
    /// Returns the reason of an exception. .NET's own message for an invalid URL is only a resource key if resources were trimmed, as in a
    /// browser.
    /// </summary>
    private static string Reason(Exception error) => error is UriFormatException
        ? "An address that AddPitchlyApp sets, such as Origin, is empty or not valid. Set it to an absolute URL, such as "
            + "https://platform.pitchly.com."
        : error.Message;

    /// <summary>
    /// Starts the timeout of the connection attempt, which equals the timeout of a request. After it, the state contains a possible reason.
    /// </summary>
    private ITimer? StartTimeout(PitchlyBrowserOptions options)
    {
        // The client rejects a timeout that is not positive.
        return options.RequestTimeout <= TimeSpan.Zero
            ? null
            : options.TimeProvider.CreateTimer(_ => GiveUp(options), null, options.RequestTimeout, Timeout.InfiniteTimeSpan);
    }

    private void GiveUp(PitchlyBrowserOptions options)
    {
        var advice = _transport is { TimeoutAdvice: { Length: > 0 } text }
            ? text
            : $"Check that Origin, {options.Origin.OriginalString}, is Pitchly's origin.";
        var timeoutError =
            new PitchlyError(PitchlyErrorNames.RequestTimedOut, $"Pitchly did not respond within {options.RequestTimeout}. {advice}", 0);
        if (State.GiveUp(timeoutError) is not { } error)
        {
            return;
        }

        // The channel has already logged that it can't be opened, or that there is no reply to a request.
        if (error != timeoutError)
        {
            SessionLog.GaveUp(_logger, options.RequestTimeout, error);
        }

        State.Notify();
    }

    private async ValueTask DisconnectAsync()
    {
        await _attempt.CancelAsync().ConfigureAwait(false);
        if (_timeout is { } timeout)
        {
            await timeout.DisposeAsync().ConfigureAwait(false);
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
