using Kitchen.Sink;
using Pitchly.Http;
using Pitchly.Sdk.Tests.Channels;
using Pitchly.Subscriptions;

namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>A server, a generated client for it, and a reader of the client's subscription.</summary>
public abstract class SubscriptionFixture : IAsyncLifetime
{
    private HttpClient _http = null!;
    private IAsyncEnumerator<SubscriptionEvent<IReadOnlyList<string>>>? _events;

    private protected WebSocketServer Server { get; private set; } = null!;

    private protected FakeTokens Tokens { get; } = new();

    /// <summary>Gets options with which a lost connection is reopened immediately and an old one closes soon.</summary>
    private protected PitchlyHttpOptions Options { get; } = new();

    protected CancellationTokenSource Reading { get; } = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server = await WebSocketServer.StartAsync();
        Options.Subscriptions.RetryDelay = TimeSpan.FromMilliseconds(1);
        Options.Subscriptions.CloseTimeout = TimeSpan.FromMilliseconds(50);
        Options.Subscriptions.LoggerFactory = LeakWatch.Loggers;
        _http = new LongTimeoutHttpClient { BaseAddress = new UriBuilder(Server.Address) { Scheme = "http" }.Uri };
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_events is not null)
        {
            await _events.DisposeAsync();
        }

        Reading.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private protected StoreClient Store() => new(_http, Tokens, Options);

    private protected BellClient Bell() => new(_http, Tokens, Options);

    /// <summary>Reads the next event of the subscription 'rung' and returns it as text.</summary>
    private protected async Task<string> NextAsync()
    {
        _events ??= Bell().RungAsync(Reading.Token).GetAsyncEnumerator(Cancellation);
        return !await _events.MoveNextAsync() ? "end" : Text(_events.Current);
    }

    /// <summary>Starts to read and receives the initial gap.</summary>
    private protected async Task<SubscriptionPeer> BeginAsync()
    {
        var first = NextAsync();
        var peer = await SubscriptionPeer.BeginAsync(Server);
        Assert.Equal("Started", await first);
        return peer;
    }

    /// <summary>Gives the server time to confirm the close of a connection, for tests that wait for the end.</summary>
    private protected void WaitForClose() => Options.Subscriptions.CloseTimeout = TimeSpan.FromSeconds(10);

    private protected ValueTask StopReadingAsync() => _events!.DisposeAsync();

    private static string Text(SubscriptionEvent<IReadOnlyList<string>> one) => one.Gap?.Cause.ToString() ?? string.Join(',', one.Value);
}
