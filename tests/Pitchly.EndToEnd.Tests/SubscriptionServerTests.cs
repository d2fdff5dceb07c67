using Pitchly.Data;
using Pitchly.EndToEnd.Tests.Scripts;
using Pitchly.Http;
using Pitchly.Sdk.Tests;
using Pitchly.Subscriptions;
using Watch;

namespace Pitchly.EndToEnd.Tests;

/// <summary>Tests generated subscriptions against the server of graphql-ws, the library that defines the protocol.</summary>
public sealed class SubscriptionServerTests : IAsyncLifetime
{
    private readonly PitchlyHttpOptions _options = new();
    private NodeScript _server = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = NodeScript.Start("subscription-server.mjs");
        _http = new LongTimeoutHttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{(await _server.ReadAsync()).GetProperty("port").GetInt32()}")
        };
        (_options.Subscriptions.RetryDelay, _options.Subscriptions.LoggerFactory) = (TimeSpan.FromMilliseconds(1), LeakWatch.Loggers);
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Values_arrive_until_the_server_completes()
    {
        var events = await AllAsync(Data("token-in-variable").RowsChangedAsync(new DatabaseId("ends"), Cancellation));

        Assert.Equal(["Started", "№ 1", "№ 2", "№ 3"], events);
        Assert.Equal("{}", (await _server.ReadAsync()).GetRawText());
        Assert.Equal("token-in-variable", (await _server.ReadAsync()).GetProperty("token").GetString());
    }

    [Fact]
    public async Task Bearer_token_is_sent_with_the_connection()
    {
        Assert.Equal(4, (await AllAsync(Watching("good").RowsChangedAsync(new DatabaseId("ends"), Cancellation))).Count);
        Assert.Equal("Bearer good", (await _server.ReadAsync()).GetProperty("authorization").GetString());
    }

    [Fact]
    public async Task Forbidden_connection_is_retried_with_another_token()
    {
        Assert.Equal("Started", (await AllAsync(Watching("bad", "good").RowsChangedAsync(new DatabaseId("ends"), Cancellation)))[0]);
        Assert.Equal("Bearer bad", (await _server.ReadAsync()).GetProperty("authorization").GetString());
        Assert.Equal("Bearer good", (await _server.ReadAsync()).GetProperty("authorization").GetString());

        var error = await Assert.ThrowsAsync<PitchlyException>(
            () => AllAsync(Watching("bad").RowsChangedAsync(new DatabaseId("ends"), Cancellation)));
        Assert.Equal((PitchlyErrorNames.Unauthenticated, 4403), (error.Error.Name, error.Error.Code));
    }

    [Fact]
    public async Task Refused_operation_is_retried_with_another_token()
    {
        var error = await Assert.ThrowsAsync<PitchlyException>(
            () => AllAsync(Data("first", "second").RowsChangedAsync(new DatabaseId("refuses"), Cancellation)));

        Assert.Equal((PitchlyErrorNames.Unauthenticated, "Sign in again."), (error.Error.Name, error.Error.Reason));
        foreach (var token in (string[])["first", "second"])
        {
            await _server.ReadAsync();
            Assert.Equal(token, (await _server.ReadAsync()).GetProperty("token").GetString());
        }
    }

    [Fact]
    public async Task Lost_connection_is_reopened()
    {
        var heard = new List<string>();
        await foreach (var one in Data("any").RowsChangedAsync(new DatabaseId("stays"), Cancellation))
        {
            heard.Add(Text(one));
            if (heard.Count == 4)
            {
                await _server.TellAsync("drop");
            }
            else if (heard.Count == 8)
            {
                break;
            }
        }

        Assert.Equal(["Started", "№ 1", "№ 2", "№ 3", "ConnectionLost", "№ 1", "№ 2", "№ 3"], heard);
    }

    [Fact]
    public async Task Failing_event_source_is_an_error()
    {
        var events = Data("any").RowsChangedAsync(new DatabaseId("breaks"), Cancellation);

        var error = await Assert.ThrowsAsync<PitchlyException>(() => AllAsync(events));
        Assert.NotEmpty(error.Error.Reason);
    }

    private PitchlyDataClient Data(params string[] tokens) => new(_http, new FixedTokens(tokens), _options);

    private WatchClient Watching(params string[] tokens) => new(_http, new FixedTokens(tokens), _options);

    private static async Task<List<string>> AllAsync(IAsyncEnumerable<SubscriptionEvent<IReadOnlyList<Row>>> events)
    {
        var all = new List<string>();
        await foreach (var one in events.WithCancellation(Cancellation))
        {
            all.Add(Text(one));
        }

        return all;
    }

    private static string Text(SubscriptionEvent<IReadOnlyList<Row>> one) =>
        one.Gap?.Cause.ToString() ?? one.Value.Single().Cols.Single().Value.Val.AsString()!;
}
