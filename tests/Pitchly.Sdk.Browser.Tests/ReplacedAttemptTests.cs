using Microsoft.Extensions.DependencyInjection;
using Pitchly.Channels;
using Pitchly.Sdk.Tests;

namespace Pitchly.Browser.Tests;

/// <summary>A connection attempt that another one has replaced may end at any later time. It must not change the state then.</summary>
public sealed class ReplacedAttemptTests : IAsyncDisposable
{
    private const string Refusal = """{"error":{"name":"app-not-found","reason":"App doesn't exist.","code":404}}""";

    private const string Token = """
        {
          "accessToken": "Y0PfxfdM5KQbWk3ey_1zSo7HMVD5ZsfE8Kp4cV9jY0x",
          "accessTokenExpiresAt": "2096-11-24T19:36:41Z",
          "organizationId": "org1"
        }
        """;

    private readonly FakePlatform _platform = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceProvider? _services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task Late_end_of_a_refused_attempt_keeps_the_new_state()
    {
        var attempts = 0;
        var session = CreateSession(options => options.Transport = async cancellationToken => ++attempts == 1
            ? new SlowlyClosedTransport(await _platform.OpenAsync(cancellationToken), _release.Task)
            : await _platform.OpenAsync(cancellationToken));
        session.State.Changed += () => _ = session.State.Status == PitchlyAppStatus.Failed && _reached.TrySetResult();
        var refused = session.ConnectAsync(Cancellation).AsTask();
        await ReplyAsync(Refusal);
        await _reached.Task.WaitAsync(Cancellation);
        _platform.StartAccepting();

        await ConnectAsync(session);
        _release.SetResult();
        await refused;

        AssertConnected(session);
    }

    [Fact]
    public async Task Late_exception_of_the_options_keeps_the_new_state()
    {
        var attempts = 0;
        var session = CreateSession(_ =>
        {
            if (++attempts == 1)
            {
                _reached.SetResult();
                _release.Task.Wait(Cancellation);
                throw new InvalidOperationException("These options are wrong.");
            }
        });
        var failing = Task.Run(() => session.ConnectAsync(Cancellation).AsTask(), Cancellation);
        await _reached.Task.WaitAsync(Cancellation);

        await ConnectAsync(session);
        _release.SetResult();
        await failing;

        AssertConnected(session);
    }

    private static void AssertConnected(PitchlyAppSession session)
    {
        Assert.Equal(PitchlyAppStatus.Connected, session.State.Status);
        Assert.Null(session.State.Error);
        Assert.NotNull(session.Client);
    }

    private PitchlyAppSession CreateSession(Action<PitchlyBrowserOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new Bunit.BunitJSInterop().JSRuntime);
        services.AddPitchlyApp<PitchlyAppCallbacks>(options =>
        {
            options.AppId = new AppId("appGoodGoodGoodGood1");
            options.Transport = _platform.OpenAsync;
            configure(options);
        });
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<PitchlyAppSession>();
    }

    private async Task ConnectAsync(PitchlyAppSession session)
    {
        var connecting = session.ConnectAsync(Cancellation).AsTask();
        await ReplyAsync(Token);
        await connecting;
    }

    /// <summary>Receives the introduction of the App and its request for a token, and replies to the request.</summary>
    private async Task ReplyAsync(string response)
    {
        await _platform.ReceiveAsync();
        await _platform.ReplyAsync(response);
    }

    /// <summary>A transport that is not closed before it is released.</summary>
    private sealed class SlowlyClosedTransport(IPitchlyTransport inner, Task release) : IPitchlyTransport
    {
        public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
            inner.SendAsync(message, cancellationToken);

        public ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken) => inner.ReceiveAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await release;
            await inner.DisposeAsync();
        }
    }
}
