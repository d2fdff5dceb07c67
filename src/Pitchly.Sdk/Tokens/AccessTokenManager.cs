using Microsoft.Extensions.Logging;
using Pitchly.Channels;

namespace Pitchly;

/// <summary>
/// Provides an access token and renews it before it expires. A single loop requests tokens, so that only one request is in progress no
/// matter how many callers wait. All other code reads the loop's latest result.
/// </summary>
public sealed class AccessTokenManager : IAccessTokenProvider, IAsyncDisposable
{
    private const string CallbackName = "connect";

    private readonly IAccessTokenSource _source;
    private readonly AccessTokenOptions _options;
    private readonly ILogger _logger;
    private readonly CallbackQueue _callbacks;
    private readonly bool _ownsCallbacks;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly object _gate = new();
    private Task? _run;
    private TaskCompletionSource _wake = NewSignal();
    private TaskCompletionSource _changed = NewSignal();
    private RenewalRequest? _renewal;
    private bool _isTokenNeeded;
    private volatile TokenSnapshot _snapshot;
    private bool _outageReported;

    /// <summary>
    /// Creates a manager. It sends no request until <see cref="Start"/> is called or a token is requested for the first time.
    /// </summary>
    /// <param name="source">The source of tokens.</param>
    /// <param name="options">The options of the manager.</param>
    public AccessTokenManager(IAccessTokenSource source, AccessTokenOptions? options = null)
        : this(source, options ?? new AccessTokenOptions(), null)
    {
    }

    /// <summary>Creates a manager that runs OnConnect in the callback queue of a channel.</summary>
    internal AccessTokenManager(IAccessTokenSource source, AccessTokenOptions options, CallbackQueue? callbacks)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _options = options;
        _logger = options.LoggerFactory.CreateLogger<AccessTokenManager>();
        _snapshot = new TokenSnapshot(AccessTokenState.Idle, null, Error: null, new TokenSchedule(options.TimeProvider, null));
        _ownsCallbacks = callbacks is null;
        _callbacks = callbacks ?? new CallbackQueue(Report);
    }

    /// <summary>Gets the state of the token's life cycle.</summary>
    public AccessTokenState State => _snapshot.State;

    /// <summary>Starts to request tokens.</summary>
    public void Start()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
            _run ??= Task.Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The manager is disposed.</exception>
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        _snapshot.ValidToken is { } token ? new ValueTask<AccessToken>(token) : WaitForTokenAsync(cancellationToken);

    /// <summary>Requests a token now, even if there is a valid one. The token in the response may be the same as before.</summary>
    /// <param name="cancellationToken">A token to cancel this wait. The request continues.</param>
    /// <returns>Pitchly's response, after <see cref="AccessTokenOptions.OnConnect"/> has run with it.</returns>
    /// <exception cref="ObjectDisposedException">The manager is disposed.</exception>
    public async ValueTask<ConnectResponse> GenerateAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        RenewalRequest renewal;
        Start();
        lock (_gate)
        {
            renewal = _renewal ??= new RenewalRequest();
            renewal.Turn = renewal.Turn is { IsRunning: true } outer ? outer : _callbacks.CurrentTurn;
            _wake.TrySetResult();
        }

        return await renewal.Response.Task.OrDisposedAsync(this, _lifetime.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A token that was received less than <see cref="AccessTokenOptions.RetryDelay"/> ago is not rejected: a new token is refused because
    /// a permission is missing, and another token would not help.
    /// </remarks>
    public void Reject(AccessToken token)
    {
        lock (_gate)
        {
            if (_snapshot.Latest is { } latest && ReferenceEquals(latest.Token, token) && latest.Clock.Age >= _options.RetryDelay)
            {
                Publish(_snapshot with { Latest = null });
                if (State == AccessTokenState.Fresh)
                {
                    _isTokenNeeded = true;
                    _wake.TrySetResult();
                }
            }
        }
    }

    /// <summary>Accepts a token that the platform sent without a request.</summary>
    internal void Accept(ConnectSuccess success)
    {
        lock (_gate)
        {
            if (_snapshot.Latest?.Token.Value.Equals(success.AccessToken) != true && !_lifetime.IsCancellationRequested)
            {
                var expired = Expiry.GetError(success, _options.TimeProvider);
                if (expired is null)
                {
                    Store(success);
                }
                else if (_snapshot.ValidToken is null)
                {
                    Fail(expired, null);
                }

                _wake.TrySetResult();
            }
        }
    }

    /// <summary>Stops renewal. Callers that wait for a token receive an <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync().ConfigureAwait(false);
        Task? run;
        lock (_gate)
        {
            run = _run;
            Publish(new TokenSnapshot(AccessTokenState.Disposed, null, Error: null, new TokenSchedule(_options.TimeProvider, null)));
        }

        if (run is not null)
        {
            await run.ConfigureAwait(false);
        }

        if (_ownsCallbacks)
        {
            await _callbacks.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<AccessToken> WaitForTokenAsync(CancellationToken cancellationToken)
    {
        Start();
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
                switch (_snapshot)
                {
                    case { ValidToken: { } token }:
                        return token;
                    case { State: AccessTokenState.Stopped, Error: { } error }:
                        throw new PitchlyException(error);
                    case { State: AccessTokenState.Fresh }:
                        _isTokenNeeded = true;
                        _wake.TrySetResult();
                        break;
                }

                changed = _changed.Task;
            }

            await changed.OrDisposedAsync(this, _lifetime.Token, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        while (!_lifetime.IsCancellationRequested)
        {
            lock (_gate)
            {
                Publish(_snapshot with { State = AccessTokenState.Requesting, Error = null });
            }

            var (response, retryAfter) = await TokenRequest.SendAsync(_source, _options, _logger, _lifetime.Token).ConfigureAwait(false);
            if (_lifetime.IsCancellationRequested)
            {
                return;
            }

            response = Expiry.Check(response, _options.TimeProvider);
            _ = NotifyAsync(Process(response, retryAfter), response);
            await SleepAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Processes a response, and schedules the next request.</summary>
    /// <returns>The request to renew that the response completes; <see langword="null"/> if no caller requested a renewal.</returns>
    private RenewalRequest? Process(ConnectResponse response, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            response.Switch(Store, failure => Fail(failure.Error, retryAfter));

            var renewal = _renewal;
            (_renewal, _isTokenNeeded) = (null, false);
            return renewal;
        }
    }

    private void Store(ConnectSuccess success)
    {
        var token = new AccessToken(success.AccessToken, success.AccessTokenExpiresAt);
        var clock = new TokenClock(_options.TimeProvider, token.ExpiresAt);
        var schedule = TokenSchedule.ForRenewal(_options, clock);
        Publish(new TokenSnapshot(AccessTokenState.Fresh, (token, clock), Error: null, schedule));
        SdkLog.Accepted(_logger, token.Value.ShortHash, token.ExpiresAt, schedule.Remaining!.Value);
    }

    private void Fail(PitchlyError error, TimeSpan? retryAfter)
    {
        if (error.IsTransient)
        {
            // Wait at least the retry delay, because a Retry-After of zero would cause requests without a pause.
            var delay = retryAfter > _options.RetryDelay ? retryAfter.Value : _options.RetryDelay;
            SdkLog.WillRetry(_logger, error, delay);
            Publish(_snapshot with
            {
                State = AccessTokenState.Retrying,
                Error = error,
                Next = new TokenSchedule(_options.TimeProvider, delay)
            });
        }
        else
        {
            SdkLog.Stopped(_logger, error);
            Publish(_snapshot with
            {
                State = AccessTokenState.Stopped,
                Error = error,
                Next = new TokenSchedule(_options.TimeProvider, null)
            });
        }
    }

    private async Task NotifyAsync(RenewalRequest? renewal, ConnectResponse response)
    {
        var isOutage = State == AccessTokenState.Retrying;
        var mustNotify = !isOutage || !_outageReported || renewal is not null;
        _outageReported = isOutage;
        if (mustNotify && _options.OnConnect is { } onConnect)
        {
            Func<CancellationToken, ValueTask> callback = cancellationToken => onConnect(response, cancellationToken);
            var notification = renewal is { Turn.IsRunning: true }
                ? _callbacks.RunNowAsync(CallbackName, callback)
                : _callbacks.Enqueue(CallbackName, callback);
            await notification.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        renewal?.Response.TrySetResult(response);
    }

    /// <summary>Waits until the next request is due, or until a caller needs a token now.</summary>
    private async Task SleepAsync()
    {
        while (!_lifetime.IsCancellationRequested)
        {
            Task wake;
            TimeSpan? remaining;
            lock (_gate)
            {
                remaining = _snapshot.Next.Remaining;
                if (_renewal is not null || _isTokenNeeded || remaining <= TimeSpan.Zero)
                {
                    return;
                }

                _wake = _wake.Task.IsCompleted ? NewSignal() : _wake;
                wake = _wake.Task;
            }

            using var timer = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.Token);
            var sleep = TokenSchedule.SleepFor(remaining);
            await Task.WhenAny(wake, Task.Delay(sleep, _options.TimeProvider, timer.Token)).ConfigureAwait(false);
            await timer.CancelAsync().ConfigureAwait(false);
        }
    }

    private ValueTask Report(string name, Exception error, CancellationToken cancellationToken)
    {
        SdkLog.ConnectCallbackFailed(_logger, error);
        return default;
    }

    private void Publish(TokenSnapshot snapshot)
    {
        if (_snapshot.State == AccessTokenState.Disposed)
        {
            return;
        }

        var isChange = snapshot.State != _snapshot.State;
        _snapshot = snapshot;
        var changed = _changed;
        _changed = NewSignal();
        changed.TrySetResult();
        if (isChange)
        {
            SdkLog.StateChanged(_logger, snapshot.State);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
