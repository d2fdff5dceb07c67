using Microsoft.Extensions.Logging;
using Pitchly.Channels;

namespace Pitchly;

/// <summary>
/// Keeps an access token fresh. One loop asks for tokens, so that one request is on its way however many wait; everybody else reads what it
/// last learned.
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
    private TokenWish? _wish;
    private bool _isWanted;
    private volatile TokenKnowledge _known;
    private bool _outageTold;

    /// <summary>Makes a manager. It asks for nothing until <see cref="Start"/> or the first wish for a token.</summary>
    /// <param name="source">Where tokens come from.</param>
    /// <param name="options">How they are renewed.</param>
    public AccessTokenManager(IAccessTokenSource source, AccessTokenOptions? options = null)
        : this(source, options ?? new AccessTokenOptions(), null)
    {
    }

    /// <summary>Makes a manager that runs OnConnect among the callbacks of a channel.</summary>
    internal AccessTokenManager(IAccessTokenSource source, AccessTokenOptions options, CallbackQueue? callbacks)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _options = options;
        _logger = options.LoggerFactory.CreateLogger<AccessTokenManager>();
        _known = new TokenKnowledge(AccessTokenState.Idle, null, Error: null, new TokenSchedule(options.TimeProvider, null));
        _ownsCallbacks = callbacks is null;
        _callbacks = callbacks ?? new CallbackQueue(Report);
    }

    /// <summary>Gets where the life cycle stands.</summary>
    public AccessTokenState State => _known.State;

    /// <summary>Starts to ask for tokens.</summary>
    public void Start()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
            _run ??= Task.Run(RunAsync);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The manager was disposed of.</exception>
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        _known.Good is { } token ? new ValueTask<AccessToken>(token) : WaitForTokenAsync(cancellationToken);

    /// <summary>Asks for a token now, whatever there is. The token that comes may be the same as before.</summary>
    /// <param name="cancellationToken">A token to cancel this wait; the request goes on.</param>
    /// <returns>Pitchly's answer, after <see cref="AccessTokenOptions.OnConnect"/> has run with it.</returns>
    /// <exception cref="ObjectDisposedException">The manager was disposed of.</exception>
    public async ValueTask<ConnectResponse> GenerateAccessTokenAsync(CancellationToken cancellationToken = default)
    {
        TokenWish wish;
        Start();
        lock (_gate)
        {
            wish = _wish ??= new TokenWish();
            wish.Turn = wish.Turn is { IsRunning: true } outer ? outer : _callbacks.CurrentTurn;
            _wake.TrySetResult();
        }

        return await wish.Answer.Task.OrDisposedAsync(this, _lifetime.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A token that came less than a <see cref="AccessTokenOptions.RetryDelay"/> ago stays: what refuses a new token is a missing
    /// permission, and another token would not help.
    /// </remarks>
    public void Reject(AccessToken token)
    {
        lock (_gate)
        {
            if (_known.Latest is { } latest && ReferenceEquals(latest.Token, token) && latest.Clock.Age >= _options.RetryDelay)
            {
                SetKnown(_known with { Latest = null });
                if (State == AccessTokenState.Fresh)
                {
                    _isWanted = true;
                    _wake.TrySetResult();
                }
            }
        }
    }

    /// <summary>Takes a token that the platform gave unasked.</summary>
    internal void Accept(ConnectSuccess success)
    {
        lock (_gate)
        {
            if (_known.Latest?.Token.Value.Equals(success.AccessToken) != true && !_lifetime.IsCancellationRequested)
            {
                var expired = Expiry.Of(success, _options.TimeProvider);
                if (expired is null)
                {
                    Learn(success);
                }
                else if (_known.Good is null)
                {
                    Fail(expired, null);
                }

                _wake.TrySetResult();
            }
        }
    }

    /// <summary>Ends renewal. Whoever waits for a token gets <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync().ConfigureAwait(false);
        Task? run;
        lock (_gate)
        {
            run = _run;
            SetKnown(new TokenKnowledge(AccessTokenState.Disposed, null, Error: null, new TokenSchedule(_options.TimeProvider, null)));
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
                switch (_known)
                {
                    case { Good: { } token }:
                        return token;
                    case { State: AccessTokenState.Stopped, Error: { } error }:
                        throw new PitchlyException(error);
                    case { State: AccessTokenState.Fresh }:
                        _isWanted = true;
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
                SetKnown(_known with { State = AccessTokenState.Requesting, Error = null });
            }

            var (answer, retryAfter) = await TokenRequest.SendAsync(_source, _options, _logger, _lifetime.Token).ConfigureAwait(false);
            if (_lifetime.IsCancellationRequested)
            {
                return;
            }

            answer = Expiry.Checked(answer, _options.TimeProvider);
            _ = TellAsync(Digest(answer, retryAfter), answer);
            await SleepAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes in an answer, and plans what comes next.</summary>
    /// <returns>The wish that the answer grants, if somebody asked for it.</returns>
    private TokenWish? Digest(ConnectResponse answer, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            answer.Switch(Learn, failure => Fail(failure.Error, retryAfter));

            var wish = _wish;
            (_wish, _isWanted) = (null, false);
            return wish;
        }
    }

    private void Learn(ConnectSuccess success)
    {
        var token = new AccessToken(success.AccessToken, success.AccessTokenExpiresAt);
        var clock = new TokenClock(_options.TimeProvider, token.ExpiresAt);
        var margin = AccessTokenOptions.LatestRenewal
            + ((AccessTokenOptions.EarliestRenewal - AccessTokenOptions.LatestRenewal) * _options.Random.NextDouble());

        // A token so old that it is due already would be asked for over and over, so a retry's delay is the least.
        var schedule = new TokenSchedule(_options.TimeProvider, _options.RetryDelay, clock, margin);
        SetKnown(new TokenKnowledge(AccessTokenState.Fresh, (token, clock), Error: null, schedule));
        SdkLog.Accepted(_logger, token.Value.ShortHash, token.ExpiresAt, schedule.Remaining!.Value);
    }

    private void Fail(PitchlyError error, TimeSpan? retryAfter)
    {
        if (error.IsTransient)
        {
            // A Retry-After of nothing would be asked over and over.
            var delay = retryAfter > _options.RetryDelay ? retryAfter.Value : _options.RetryDelay;
            SdkLog.WillRetry(_logger, error, delay);
            SetKnown(_known with
            {
                State = AccessTokenState.Retrying,
                Error = error,
                Next = new TokenSchedule(_options.TimeProvider, delay)
            });
        }
        else
        {
            SdkLog.Stopped(_logger, error);
            SetKnown(_known with
            {
                State = AccessTokenState.Stopped,
                Error = error,
                Next = new TokenSchedule(_options.TimeProvider, null)
            });
        }
    }

    private async Task TellAsync(TokenWish? wish, ConnectResponse answer)
    {
        var isOutage = State == AccessTokenState.Retrying;
        var isNews = !isOutage || !_outageTold || wish is not null;
        _outageTold = isOutage;
        if (isNews && _options.OnConnect is { } onConnect)
        {
            Func<CancellationToken, ValueTask> callback = cancellationToken => onConnect(answer, cancellationToken);
            var told = wish is { Turn.IsRunning: true }
                ? _callbacks.RunNowAsync(CallbackName, callback)
                : _callbacks.Enqueue(CallbackName, callback);
            await told.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        wish?.Answer.TrySetResult(answer);
    }

    /// <summary>Sleeps until the next request is due, or somebody wants one now.</summary>
    private async Task SleepAsync()
    {
        while (!_lifetime.IsCancellationRequested)
        {
            Task wake;
            TimeSpan? remaining;
            lock (_gate)
            {
                remaining = _known.Next.Remaining;
                if (_wish is not null || _isWanted || remaining <= TimeSpan.Zero)
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

    private void SetKnown(TokenKnowledge known)
    {
        if (_known.State == AccessTokenState.Disposed)
        {
            return;
        }

        var isChange = known.State != _known.State;
        _known = known;
        var changed = _changed;
        _changed = NewSignal();
        changed.TrySetResult();
        if (isChange)
        {
            SdkLog.StateChanged(_logger, known.State);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
