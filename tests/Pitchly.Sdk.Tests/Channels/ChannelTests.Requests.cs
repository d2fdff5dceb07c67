using Kitchen.Sink;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests.Channels;

/// <content>Tests requests and their replies.</content>
public sealed partial class ChannelTests
{
    [Fact]
    public async Task Replies_in_any_order_complete_their_requests()
    {
        await using var client = await ConnectAsync();
        var first = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        var second = client.CookAsync(Kitchens.Dish("b"), Cancellation).AsTask();
        var a = await _platform.ReceiveAsync();
        var b = await _platform.ReceiveAsync();
        Assert.Equal("a", (string?)a["data"]!["name"]);
        await _platform.SendAsync($$"""{"type":"cook","id":"{{b["id"]}}","data":false}""");
        await _platform.SendAsync($$"""{"type":"cook","id":"{{a["id"]}}","data":true}""");
        Assert.True(await first);
        Assert.False(await second);
    }

    [Fact]
    public async Task A_request_completes_after_the_callback_that_it_raises()
    {
        await using var client = await ConnectAsync();
        var request = client.RequestOrderAsync(Cancellation).AsTask();
        await _platform.ReplyAsync(Drink);
        await request;
        Assert.True(_recorder.HasMore);
        Assert.Equal("order 0.5", await _recorder.NextAsync());
        Assert.NotNull(client.Order);
    }

    [Fact]
    public async Task A_callback_may_await_a_request_that_raises_a_callback()
    {
        await using var client = await ConnectAsync();
        _recorder.DuringDishes = async () => await client.RequestOrderAsync(Cancellation);
        await _platform.SendAsync("""{"type":"dishes","data":[]}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        await _platform.ReplyAsync(Drink);
        Assert.Equal("dishes 0", await _recorder.NextAsync());
        Assert.Equal("order 0.5", await _recorder.NextAsync());
        Assert.Equal("dishes done", await _recorder.NextAsync());
        Assert.Equal("closed", await _recorder.NextAsync());
    }

    [Fact]
    public async Task A_refused_request_throws_the_platforms_error()
    {
        await using var client = await ConnectAsync();
        var request = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        await _platform.RefuseAsync("""{"name":"no-gas","reason":"There is no gas.","code":503}""");
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => request);
        Assert.Equal(new PitchlyError("no-gas", "There is no gas.", 503), refused.Error);
        Assert.Equal("There is no gas (no-gas, code 503).", refused.Message);
    }

    [Fact]
    public async Task A_malformed_reply_fails_its_request_and_names_the_member()
    {
        await using var client = await ConnectAsync();
        var request = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        await _platform.ReplyAsync("\"yes\"");
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => request);
        Assert.Equal(PitchlyErrorNames.UnexpectedResponse, refused.Error.Name);
        Assert.Contains("cook: expected true or false, but found a string", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_time_out_names_the_peer_and_is_logged_once()
    {
        var logs = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using var client = await ConnectAsync(new PitchlyChannelOptions { LoggerFactory = factory });
        for (var i = 0; i < 2; i++)
        {
            var request = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
            await _platform.ReceiveAsync();
            _time.Advance(TimeSpan.FromSeconds(30));
            var late = await Assert.ThrowsAsync<PitchlyException>(() => request);
            Assert.Equal(PitchlyErrorNames.RequestTimedOut, late.Error.Name);
            Assert.Contains(
                "no reply to 'cook' from the other end of the in-memory transport within 00:00:30", late.Message, StringComparison.Ordinal);
        }

        Assert.Single(logs.Collector.GetSnapshot(), record => record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Canceling_a_request_does_not_affect_other_requests()
    {
        await using var client = await ConnectAsync();
        using var impatience = new CancellationTokenSource();
        var cancelled = client.CookAsync(Kitchens.Dish("a"), impatience.Token).AsTask();
        var patient = client.CookAsync(Kitchens.Dish("b"), Cancellation).AsTask();
        await _platform.ReceiveAsync();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await _platform.ReplyAsync("true");
        Assert.True(await patient);
    }
}
