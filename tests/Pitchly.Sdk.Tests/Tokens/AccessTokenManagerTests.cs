using System.Threading.Channels;

namespace Pitchly.Sdk.Tests.Tokens;

/// <summary>Tests the guide's rules for tokens.</summary>
public sealed partial class AccessTokenManagerTests : IAsyncDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly WatchedTime _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeTokenSource _source = new();
    private readonly Channel<ConnectResponse> _connects = Channel.CreateUnbounded<ConnectResponse>();
    private readonly AccessTokenManager _manager;
    private Func<ConnectResponse, ValueTask>? _duringConnect;

    public AccessTokenManagerTests() => _manager = new AccessTokenManager(_source, new AccessTokenOptions
    {
        TimeProvider = _time,
        LoggerFactory = LeakWatch.Loggers,
        Random = new Random(1),
        OnConnect = async (response, cancellationToken) =>
        {
            await _connects.Writer.WriteAsync(response, cancellationToken);
            await (_duringConnect?.Invoke(response) ?? default);
        },
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _manager.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_callers_at_the_start_cause_one_request()
    {
        var callers = Enumerable.Range(0, 10_000).Select(_ => _manager.GetAccessTokenAsync(Cancellation).AsTask()).ToList();
        await _source.RespondAsync(Token("t1"));
        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("t1", token.Value.Reveal()));
        Assert.Equal(1, _source.Count);
        Assert.Equal(AccessTokenState.Fresh, _manager.State);
    }

    [Fact]
    public async Task A_token_is_renewed_two_to_five_minutes_before_it_expires()
    {
        await StartAsync();
        await PassAsync(Life - AccessTokenOptions.EarliestRenewal - TimeSpan.FromSeconds(1));
        Assert.Equal(1, _source.Count);
        await PassUntilAskedAsync();
        Assert.InRange(_time.GetUtcNow(), At(Life - AccessTokenOptions.EarliestRenewal), At(Life - AccessTokenOptions.LatestRenewal));
        Assert.Equal("t1", (await _manager.GetAccessTokenAsync(Cancellation)).Value.Reveal());

        await _source.RespondAsync(Token("t2"));
        await NextConnectAsync();
        Assert.Equal("t2", (await _manager.GetAccessTokenAsync(Cancellation)).Value.Reveal());
    }

    [Fact]
    public async Task Reused_token_is_renewed_by_its_own_expiration()
    {
        await StartAsync(TimeSpan.FromMinutes(10));
        await PassUntilAskedAsync();
        Assert.InRange(_time.GetUtcNow(), At(TimeSpan.FromMinutes(5)), At(TimeSpan.FromMinutes(8)));
    }

    [Fact]
    public async Task Generate_requests_a_token_and_calls_OnConnect_first()
    {
        await StartAsync();
        var generated = _manager.GenerateAccessTokenAsync(Cancellation).AsTask();
        await _source.RespondAsync(Token("t1"));
        var response = await generated;
        Assert.True(_connects.Reader.TryRead(out var reported));
        Assert.Same(response, reported);
        Assert.Equal(2, _source.Count);
    }

    [Fact]
    public async Task Generate_within_OnConnect_does_not_wait_for_itself()
    {
        var again = new TaskCompletionSource<ConnectResponse>();
        _duringConnect = async _ =>
        {
            _duringConnect = null;
            again.SetResult(await _manager.GenerateAccessTokenAsync(Cancellation));
        };
        _manager.Start();
        await _source.RespondAsync(Token("t1"));
        await _source.RespondAsync(Token("t2"));
        Assert.True((await again.Task).TryGetSuccess(out var success));
        Assert.Equal("t2", success.AccessToken.Reveal());
    }

    [Fact]
    public async Task No_caller_gets_an_expired_token_after_a_clock_jump()
    {
        await StartAsync();
        _time.Jump(TimeSpan.FromHours(3));
        var callers = Enumerable.Range(0, 10_000).Select(_ => _manager.GetAccessTokenAsync(Cancellation).AsTask()).ToList();
        Assert.All(callers, caller => Assert.False(caller.IsCompleted));
        await _source.RespondAsync(Token("t2"));
        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("t2", token.Value.Reveal()));
        Assert.Equal(2, _source.Count);
    }

    [Fact]
    public async Task Clock_set_back_does_not_extend_a_token()
    {
        await StartAsync();
        _time.Jump(-TimeSpan.FromHours(5));
        await PassAsync(Life - AccessTokenOptions.LatestRenewal);
        Assert.True(_source.HasRequest);
    }

    [Fact]
    public async Task Token_that_has_already_expired_is_a_failure()
    {
        var caller = _manager.GetAccessTokenAsync(Cancellation).AsTask();
        await _source.RespondAsync(Token("old", TimeSpan.FromSeconds(-1)));

        var error = (await Assert.ThrowsAsync<PitchlyException>(() => caller)).Error;
        Assert.Equal((PitchlyErrorNames.ExpiredToken, "Check this machine's clock."), (error.Name, error.Advice));
        Assert.Equal(error, (await NextConnectAsync()).Match(_ => null!, failure => failure.Error));
        Assert.Equal(AccessTokenState.Stopped, _manager.State);
    }

    [Fact]
    public async Task Cancellation_ends_only_the_callers_own_wait()
    {
        using var impatience = new CancellationTokenSource();
        var cancelled = _manager.GetAccessTokenAsync(impatience.Token).AsTask();
        var patient = _manager.GetAccessTokenAsync(Cancellation).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await _source.RespondAsync(Token("t1"));
        Assert.Equal("t1", (await patient).Value.Reveal());
        Assert.Equal(1, _source.Count);
    }

    [Fact]
    public async Task Disposal_cancels_every_wait()
    {
        var token = _manager.GetAccessTokenAsync(Cancellation).AsTask();
        var generated = _manager.GenerateAccessTokenAsync(Cancellation).AsTask();
        await _source.NextAsync();
        await _manager.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => token);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => generated);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _manager.GetAccessTokenAsync(Cancellation).AsTask());
        Assert.Equal(AccessTokenState.Disposed, _manager.State);
    }

    [Fact]
    public async Task Ten_thousand_callers_cause_one_token_request()
    {
        await StartAsync();
        await PassUntilAskedAsync();
        Assert.All(
            Enumerable.Range(0, 10_000).Select(_ => _manager.GetAccessTokenAsync(Cancellation)),
            caller => Assert.True(caller.IsCompletedSuccessfully));
        _time.Advance(AccessTokenOptions.EarliestRenewal);
        var callers = Enumerable.Range(0, 10_000).Select(_ => _manager.GetAccessTokenAsync(Cancellation).AsTask()).ToList();
        await _source.RespondAsync(Token("t2"));
        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("t2", token.Value.Reveal()));
        Assert.Equal(2, _source.Count);
    }

    [Fact]
    public async Task Renewal_time_is_spread_over_three_minutes()
    {
        await StartAsync();
        var lefts = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var token = await _manager.GetAccessTokenAsync(Cancellation);
            await PassUntilAskedAsync();
            lefts.Add((token.ExpiresAt - _time.GetUtcNow()).TotalMinutes);
            await _source.RespondAsync(Token($"t{i + 2}"));
            await NextConnectAsync();
        }

        Assert.All(lefts, left => Assert.InRange(left, 2, 5));
        Assert.All(Enumerable.Range(0, 3), minute => Assert.Contains(lefts, left => left >= 2 + minute && left <= 3 + minute));
    }

    private async Task StartAsync(TimeSpan? life = null)
    {
        _manager.Start();
        await _source.RespondAsync(Token("t1", life));
        await NextConnectAsync();
    }

    private async Task<ConnectResponse> NextConnectAsync() => await _connects.Reader.ReadAsync(Cancellation);

    /// <summary>Advances the time from timer to timer, until a token is requested or the duration is over.</summary>
    private async Task PassAsync(TimeSpan duration)
    {
        var end = _time.GetUtcNow() + duration;
        do
        {
            await Task.WhenAny(_time.TimerSetAsync(), _source.RequestedAsync());
        }
        while (!_source.HasRequest && _time.AdvanceToNext(end));
    }

    private Task PassUntilAskedAsync() => PassAsync(TimeSpan.FromDays(1));

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private DateTimeOffset At(TimeSpan sinceStart) => new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero) + sinceStart;

    private ConnectResponse Token(string token, TimeSpan? life = null) => new ConnectSuccess
    {
        AccessToken = new PitchlySecret(token),
        AccessTokenExpiresAt = _time.GetUtcNow() + (life ?? Life),
        OrganizationId = new OrganizationId("org1"),
    };

    private static ConnectResponse Failure(string name, int code) =>
        new ConnectFailure { Error = new PitchlyError(name, "Because.", code) };
}
