using System.Collections.Concurrent;
using Pitchly.Data;
using Pitchly.Emulator;
using Pitchly.OAuth;
using Pitchly.Sdk.Tests;

namespace Pitchly.EndToEnd.Tests;

/// <summary>One simulated week: an emulator, a token manager, faults at random moments, and calls in between.</summary>
internal sealed class ChaosWeek : IAsyncDisposable
{
    private const int Events = 40;

    private const string TokenPath = "/api/oauth/token";

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Length = TimeSpan.FromDays(7);

    private readonly WatchedTime _time;
    private readonly ConcurrentQueue<ConnectResponse> _told = new();
    private readonly List<Task> _calls = [];
    private readonly Random _random;
    private readonly PitchlyEmulator _emulator;
    private readonly TokenRequests _requests;
    private readonly HttpClient _http;
    private readonly AccessTokenManager _manager;
    private readonly PitchlyDataClient _data;
    private TaskCompletionSource _stopped = NewSignal();

    private ChaosWeek(int seed, PitchlyEmulator emulator, WatchedTime time)
    {
        (_random, _emulator, _time) = (new Random(seed), emulator, time);
        _requests = new TokenRequests(time);
        _http = new LongTimeoutHttpClient(_requests) { BaseAddress = emulator.Origin };
        var source = new ClientCredentialsTokenSource(
            new PitchlyOAuthClient(_http), new AppId(emulator.AppId), new PitchlySecret(File.ReadAllText(emulator.AppSecretPath)),
            new OrganizationId(emulator.User.OrganizationId), time);
        _manager = new AccessTokenManager(source, new AccessTokenOptions
        {
            TimeProvider = time,
            Random = new Random(seed),
            LoggerFactory = LeakWatch.Loggers,
            OnConnect = OnConnectAsync
        });
        _data = new PitchlyDataClient(_http, _manager);
    }

    public static async Task<ChaosWeek> StartAsync(int seed, CancellationToken cancellationToken)
    {
        var time = new WatchedTime(Start);
        return new ChaosWeek(seed, await PitchlyEmulator.StartAsync(new EmulatorOptions { TimeProvider = time }, cancellationToken), time);
    }

    public async Task RunAsync()
    {
        _manager.Start();
        foreach (var moment in Enumerable.Range(0, Events).Select(_ => Start + (Length * _random.NextDouble())).Order())
        {
            await PassAsync(moment);
            Strike();
        }

        await PassAsync(Start + Length);
        await RecoverAsync();
        Assert.InRange(_requests.MostAtOnce, 1, 1);
        _requests.AssertRetriesAreSpaced();
        AssertOutagesAreToldOnce();
    }

    public async ValueTask DisposeAsync()
    {
        await _manager.DisposeAsync();
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    /// <summary>Advances the time from timer to timer, and asserts at each one that the current token is valid.</summary>
    private async Task PassAsync(DateTimeOffset end)
    {
        do
        {
            await Task.WhenAny(_time.TimerSetAsync(), _stopped.Task);
            if (_stopped.Task.IsCompleted)
            {
                _stopped = NewSignal();
                _requests.ForgetLast();
                _calls.Add(_manager.GenerateAccessTokenAsync().AsTask());
                continue;
            }

            AssertTokenIsGood();
        }
        while (_time.AdvanceToNext(end));
    }

    private void Strike()
    {
        switch (_random.Next(9))
        {
            case 0:
                _emulator.Faults.Inject(new Fault(TokenPath, FaultKind.Drop) { Times = _random.Next(1, IsLongOutage() ? 200 : 20) });
                break;
            case 1:
                _emulator.Faults.Inject(new Fault(TokenPath, FaultKind.Status) { Times = _random.Next(1, 20), Status = 503 });
                break;
            case 2:
                _emulator.Faults.Inject(new Fault(
                    TokenPath, FaultKind.Status)
                { Status = 429, RetryAfter = TimeSpan.FromSeconds(_random.Next(6, 300)) });
                break;
            case 3:
                _emulator.Faults.Inject(new Fault(TokenPath, FaultKind.InvalidResponse) { Times = _random.Next(1, 5) });
                break;
            case 4:
                _emulator.Faults.Inject(new Fault(TokenPath, FaultKind.TruncatedResponse) { Times = _random.Next(1, 5) });
                break;
            case 5:
                _emulator.Faults.Inject(new Fault(TokenPath, FaultKind.Delay) { Delay = TimeSpan.FromSeconds(_random.Next(1, 25)) });
                break;
            case 6:
                _emulator.Faults.Inject(new Fault(TokenPath, FaultKind.Status) { Status = 403 });
                break;
            case 7:
                _emulator.RevokeTokens();
                Call();
                break;
            default:
                _emulator.ExpireTokens();
                Call();
                break;
        }
    }

    /// <summary>Returns whether an outage may outlast a token. Most are short, so that the other faults meet a working platform.</summary>
    private bool IsLongOutage() => _random.Next(5) == 0;

    /// <summary>Sends a query. The SDK may send a query twice, so a token that is revoked early must not make the call fail.</summary>
    private void Call()
    {
        _requests.ForgetLast();
        _calls.Add(CountAsync());

        async Task CountAsync()
        {
            try
            {
                Assert.Equal(8, await _data.CountRowsAsync(new DatabaseId(_emulator.User.DatabaseId)));
            }
            catch (PitchlyException refused)
            {
                // Only the two errors that the schedule makes permanent may reach the caller: a permanent refusal, or the refusal of a new
                // token.
                Assert.Contains(refused.Error.Name, (string[])["http-403", PitchlyErrorNames.NotAuthorized]);
            }
        }
    }

    private async Task RecoverAsync()
    {
        _emulator.Faults.Clear();
        var end = _time.GetUtcNow() + TimeSpan.FromHours(2);
        await PassAsync(end);
        Assert.Equal(AccessTokenState.Fresh, _manager.State);
        await Task.WhenAll(_calls);
        Assert.Equal(8, await _data.CountRowsAsync(new DatabaseId(_emulator.User.DatabaseId)));
    }

    private void AssertTokenIsGood()
    {
        var token = _manager.GetAccessTokenAsync();
        if (token.IsCompletedSuccessfully)
        {
            Assert.True(token.Result.ExpiresAt > _time.GetUtcNow());
        }
        else
        {
            // The call waits for the next token, which must be valid at that moment.
            _calls.Add(token.AsTask().ContinueWith(_ => { }, TaskScheduler.Default));
        }
    }

    private ValueTask OnConnectAsync(ConnectResponse response, CancellationToken cancellationToken)
    {
        _told.Enqueue(response);
        if (response.TryGetFailure(out var failure) && !failure.Error.IsTransient)
        {
            _stopped.TrySetResult();
        }

        return default;
    }

    /// <summary>
    /// Asserts that each outage is reported once: two transient failures in a row would mean a second report. A request of the App still
    /// gets its own response.
    /// </summary>
    private void AssertOutagesAreToldOnce()
    {
        var wasTransient = false;
        foreach (var response in _told)
        {
            var isTransient = response.TryGetFailure(out var failure) && failure.Error.IsTransient;
            Assert.False(wasTransient && isTransient, "An outage was reported twice.");
            wasTransient = isTransient;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
