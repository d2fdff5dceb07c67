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
    private readonly Lock _gate = new();

    /// <summary>The newest attempt to connect, or <see langword="null"/> before the first and after the session was closed.</summary>
    private ConnectionAttempt? _attempt;

    internal PitchlyAppSession(
        Action<PitchlyBrowserOptions> configure, Func<IServiceProvider, IPitchlyAppCallbacks> callbacks, IServiceProvider services) =>
        (_configure, _callbacks, _services, _logger) = (
            configure, callbacks, services, services.GetRequiredService<ILogger<PitchlyAppSession>>());

    /// <summary>Gets the state of Pitchly's page.</summary>
    public PitchlyAppState State { get; } = new();

    /// <summary>Gets the client, or <see langword="null"/> until the App is connected.</summary>
    public PitchlyAppClient? Client => _attempt?.Client;

    /// <summary>
    /// Connects, and updates the state from then on. A wrong option, a refusal or a missing response from Pitchly is reported in the state,
    /// not as an exception.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public async ValueTask ConnectAsync(CancellationToken cancellationToken = default)
    {
        var attempt = new ConnectionAttempt();
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, attempt.Ended);
        await ReplaceAsync(attempt).ConfigureAwait(false);
        try
        {
            var options = Options(attempt);
            await StartTimeoutAsync(attempt, options).ConfigureAwait(false);
            var client = await PitchlyAppClient
                .ConnectAsync(options, new StateCallbacks(State, attempt, _callbacks(_services)), wait.Token)
                .ConfigureAwait(false);
            await attempt.SetAsync(client).ConfigureAwait(false);
        }
        catch (PitchlyException error)
        {
            State.Refuse(attempt, error.Error);
        }
        catch (OperationCanceledException) when (attempt.Ended.IsCancellationRequested)
        {
            // Another attempt has replaced this one, or the page was closed.
            return;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Options and callbacks are the App's own code and may throw any exception.
            SessionLog.WrongOptions(_logger, error);
            State.Refuse(attempt, new PitchlyError(PitchlyErrorNames.InvalidOptions, Reason(error), InvalidOptionsCode));
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
            + (_attempt?.Transport is { } transport ? await transport.GetDroppedMessagesAsync(cancellationToken).ConfigureAwait(false) : 0);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The App is not connected.</exception>
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        Connected.GetAccessTokenAsync(cancellationToken);

    /// <inheritdoc/>
    public void Reject(AccessToken token) => Client?.Reject(token);

    /// <summary>Closes the connection, and removes its event listeners from the page.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _attempt, null)?.DisposeAsync() ?? default;

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

    /// <summary>Makes an attempt the newest, and closes the connection of the previous one.</summary>
    private async ValueTask ReplaceAsync(ConnectionAttempt attempt)
    {
        ConnectionAttempt? previous;
        lock (_gate)
        {
            previous = Interlocked.Exchange(ref _attempt, attempt);
            State.Start(attempt);
        }

        State.Notify();
        if (previous is not null)
        {
            await previous.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Starts the timeout of the connection attempt, which equals the timeout of a request. After it, the state contains a possible reason.
    /// </summary>
    private ValueTask StartTimeoutAsync(ConnectionAttempt attempt, PitchlyBrowserOptions options)
    {
        // The client rejects a timeout that is not positive.
        return options.RequestTimeout <= TimeSpan.Zero
            ? default
            : attempt.OwnAsync(options.TimeProvider.CreateTimer(
                _ => GiveUp(attempt, options), null, options.RequestTimeout, Timeout.InfiniteTimeSpan));
    }

    private void GiveUp(ConnectionAttempt attempt, PitchlyBrowserOptions options)
    {
        var advice = attempt.Transport is { TimeoutAdvice: { Length: > 0 } text }
            ? text
            : $"Check that Origin, {options.Origin.OriginalString}, is Pitchly's origin.";
        var timeoutError =
            new PitchlyError(PitchlyErrorNames.RequestTimedOut, $"Pitchly did not respond within {options.RequestTimeout}. {advice}", 0);
        if (State.GiveUp(attempt, timeoutError) is not { } error)
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

    private PitchlyBrowserOptions Options(ConnectionAttempt attempt)
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
            attempt.Transport = transport as ModuleTransport;
            return transport;
        };
        return options;
    }
}
