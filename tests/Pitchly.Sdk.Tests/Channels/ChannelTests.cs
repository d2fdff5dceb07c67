using Kitchen.Sink;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>Tests the engine of generated channel clients, with the client of the kitchen schema.</summary>
public sealed partial class ChannelTests : IAsyncDisposable
{
    private const string Drink = """{"kind":"drink","litres":0.5}""";

    private readonly FakePlatform _platform = new();
    private readonly FakeTimeProvider _time = new();
    private readonly Recorder _recorder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task Events_call_their_callbacks_in_order_and_are_cached()
    {
        await using var client = await ConnectAsync();
        Assert.Null(client.Count);
        await _platform.SendAsync("""{"type":"count","data":1}""");
        await _platform.SendAsync($$"""{"type":"order","data":{{Drink}}}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        await _platform.SendAsync("""{"type":"count"}""");

        Assert.Equal("count 1", await _recorder.NextAsync());
        Assert.Equal("order 0.5", await _recorder.NextAsync());
        Assert.Equal("closed", await _recorder.NextAsync());
        Assert.Equal("count none", await _recorder.NextAsync());
        Assert.Null(client.Count);
        Assert.True(client.Order!.TryGetDrink(out _));
    }

    [Fact]
    public async Task Messages_without_payload_are_matched_by_all_bytes()
    {
        await using var client = await ConnectAsync();
        string[] messages =
        [
            """{"type":"closed"}""", """{"type":"count"}""", """{"type":"closed"}""", """{"type":"closed" }""",
            """{"type":"cl\u006fsed"}""",
            """{"type":"count","data":7}""", """{"type":"count"}""", """{"type":"closed"}""",
        ];
        foreach (var message in messages)
        {
            await _platform.SendAsync(message);
            await _platform.SendAsync(message[..^1]);
            await _platform.SendAsync(message + "!");
        }

        // The callback of the last message runs after all malformed messages were dropped.
        await _platform.SendAsync("""{"type":"count","data":8}""");

        string[] expected = ["closed", "count none", "closed", "closed", "closed", "count 7", "count none", "closed", "count 8"];
        foreach (var callback in expected)
        {
            Assert.Equal(callback, await _recorder.NextAsync());
        }

        Assert.Equal(2 * messages.Length, client.DroppedMessages);
    }

    [Fact]
    public async Task Unknown_events_reach_the_App_with_unchanged_data()
    {
        await using var client = await ConnectAsync();
        await _platform.SendAsync("""{"type":"smoke","data":{ "a" : 1.0 }}""");
        Assert.Equal("""unknown smoke { "a" : 1.0 }""", await _recorder.NextAsync());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"count","data":"many"}""")]
    [InlineData("""{"type":"order"}""")]
    [InlineData("""{"type":"count","id":"99","data":1}""")]
    [InlineData("""{"type":"count","data":1} extra""")]
    [InlineData("""{"type":"count","data":[1,2""")]
    [InlineData("""{"type":"count","\ud800":1}""")]
    [InlineData("""{"\udc00type":"count"}""")]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"type":"count","type":"order","data":1}""")]
    [InlineData("""{"type":"count","data":1,"data":3}""")]
    [InlineData("""{"type":"order","data":{"kind":"drink","litres":0.5,"litres":0.6}}""")]
    [InlineData("""{"type":"order","data":{"kind":"drink","\u006citres":0.5,"litres":0.6}}""")]
    public async Task Malformed_message_is_dropped_and_counted(string message)
    {
        await using var client = await ConnectAsync();
        await _platform.SendAsync(message);
        await _platform.SendAsync("""{"type":"count","data":2}""");
        Assert.Equal("count 2", await _recorder.NextAsync());
        Assert.Equal(1, client.DroppedMessages);
    }

    [Theory]
    [InlineData("""{"type":"count","amount":1}""", "The message 'count' has a member 'amount', which is ignored.")]
    [InlineData("""{"type":"smoke","id2":7,"where":{"data":1}}""", "The message 'smoke' has a member 'id2', which is ignored.")]
    [InlineData("""{"event":"count","amount":1}""", "A message was dropped: message.type: the member is missing.")]
    public async Task Message_with_unread_members_is_logged_once(string message, string warning)
    {
        var logs = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using var client = await ConnectAsync(new PitchlyChannelOptions { LoggerFactory = factory });

        await _platform.SendAsync(message);
        await _platform.SendAsync(message);
        await _platform.SendAsync("""{"type":"count","data":2}""");
        while (await _recorder.NextAsync() != "count 2")
        {
        }

        var warnings = logs.Collector.GetSnapshot().Where(record => record.Level == LogLevel.Warning).Select(record => record.Message);
        Assert.StartsWith(warning, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_dropped()
    {
        await using var client = await ConnectAsync(new PitchlyChannelOptions { MaximumMessageBytes = 40 });
        await _platform.SendAsync($$"""{"type":"smoke","data":"{{new string('x', 40)}}"}""");
        await _platform.SendAsync("""{"type":"count","data":2}""");
        Assert.Equal("count 2", await _recorder.NextAsync());
        Assert.Equal(1, client.DroppedMessages);
    }

    [Fact]
    public async Task Callback_exception_is_reported_and_stops_nothing()
    {
        await using var client = await ConnectAsync();
        await _platform.SendAsync("""{"type":"count","data":13}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        Assert.Equal("failed count Unlucky.", await _recorder.NextAsync());
        Assert.Equal("closed", await _recorder.NextAsync());
    }

    [Fact]
    public async Task A_lost_channel_fails_requests_and_is_reopened()
    {
        await using var client = await ConnectAsync();
        var request = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        await _platform.ReceiveAsync();
        await _platform.StopAcceptingAsync();
        var lost = await Assert.ThrowsAsync<PitchlyException>(() => request);
        Assert.Equal(PitchlyErrorNames.CouldNotConnect, lost.Error.Name);

        await AdvanceUntilAsync(() => _platform.Connections >= 2);
        _platform.StartAccepting();
        await AdvanceUntilAsync(() => _platform.IsConnected);
        await _platform.SendAsync("""{"type":"count","data":3}""");
        Assert.Equal("count 3", await _recorder.NextAsync());
    }

    [Fact]
    public async Task A_channel_that_cannot_be_opened_is_an_error_with_advice()
    {
        await _platform.StopAcceptingAsync();
        var error = await Assert.ThrowsAsync<PitchlyException>(() => ConnectAsync().AsTask());
        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
        Assert.Contains("The platform does not accept connections", error.Message, StringComparison.Ordinal);
        Assert.Contains("Check the network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposal_cancels_pending_requests_and_refuses_new_ones()
    {
        var client = await ConnectAsync();
        var request = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        await _platform.ReceiveAsync();
        await client.DisposeAsync();
        await client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => request);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.RingAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task A_callback_may_dispose_of_its_client()
    {
        var client = await ConnectAsync();
        _recorder.DuringDishes = () => client.DisposeAsync().AsTask();
        await _platform.SendAsync("""{"type":"dishes","data":[]}""");
        Assert.Equal("dishes 0", await _recorder.NextAsync());
        Assert.Equal("dishes done", await _recorder.NextAsync());
    }

    [Fact]
    public async Task Commands_have_their_type_and_payload()
    {
        await using var client = await ConnectAsync();
        await client.RingAsync(Cancellation);
        await client.ShoutAsync("\"Ho\"", Cancellation);
        Assert.Equal("""{"type":"ring"}""", (await _platform.ReceiveAsync()).ToJsonString());
        Assert.Equal("\"Ho\"", (string?)(await _platform.ReceiveAsync())["data"]);
    }

    [Fact]
    public async Task Delegates_receive_the_same_calls_as_an_implementation()
    {
        var heard = new TaskCompletionSource<Order>();
        var callbacks = new KitchenCallbacks
        {
            OnOrder = (order, _) =>
            {
                heard.SetResult(order);
                return default;
            },
        };
        await using var client = await KitchenClient.ConnectAsync(_platform.OpenAsync, callbacks, cancellationToken: Cancellation);
        await _platform.SendAsync("""{"type":"closed"}""");
        await _platform.SendAsync($$"""{"type":"order","data":{{Drink}}}""");
        Assert.Equal(0.5, (await heard.Task).Match(_ => 0, drink => drink.Litres));
    }

    private ValueTask<KitchenClient> ConnectAsync(PitchlyChannelOptions? options = null)
    {
        options ??= new PitchlyChannelOptions();
        options.TimeProvider = _time;
        options.LoggerFactory = options.LoggerFactory is NullLoggerFactory ? LeakWatch.Loggers : options.LoggerFactory;
        return KitchenClient.ConnectAsync(_platform.OpenAsync, _recorder, options, Cancellation);
    }

    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
