using System.Text.Json;
using Kitchen.Sink;
using Pitchly.Subscriptions;

namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>Tests the subscription of a generated client: its messages on the wire, its events, and how it ends.</summary>
public sealed class SubscriptionTests : SubscriptionFixture
{
    [Fact]
    public async Task Bearer_token_is_sent_in_connection_init()
    {
        var peer = await BeginAsync();

        Assert.Equal("""{"type":"connection_init","payload":{"authorization":"Bearer hush-1"}}""", peer.Init);
        Assert.Equal(
            """
                {"id":"1","type":"subscribe","payload":{"operationName":"rung","query":"subscription rung { rung }","variables":{}}}
                """, peer.Subscribe);
    }

    [Fact]
    public async Task Token_in_a_variable_is_sent_with_the_subscription()
    {
        var events = Store().DishServedAsync(7, Cancellation).GetAsyncEnumerator(Cancellation);
        await using var ending = events;
        var first = events.MoveNextAsync();
        var peer = await SubscriptionPeer.BeginAsync(Server);

        Assert.Equal("""{"type":"connection_init"}""", peer.Init);
        var payload = JsonElement.Parse(peer.Subscribe).GetProperty("payload");
        Assert.Equal("""{"token":"hush-1","table":7}""", payload.GetProperty("variables").GetRawText());
        Assert.Equal(
            "subscription dishServed($token: String!, $table: Int!) { dishServed(token: $token, table: $table) { _id name } }",
            payload.GetProperty("query").GetString());
        Assert.True(await first);
        Assert.True(events.Current.IsGap);

        await peer.SendAsync("""{"payload":{"data":{"dishServed":{"_id":"d","name":"Soup"}}},"id":"1","type":"next","extensions":{}}""");
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((new DishId("d"), "Soup"), (events.Current.Value.Id, events.Current.Value.Name));
    }

    [Fact]
    public async Task Started_event_follows_the_servers_confirmation()
    {
        var first = NextAsync();
        var peer = await SubscriptionPeer.InitAsync(Server);
        await peer.SendAsync("""{"type":"connection_ack"}""");
        await peer.ReceiveAsync();
        Assert.Equal("""{"type":"ping"}""", await peer.ReceiveAsync());
        Assert.False(first.IsCompleted);

        await peer.SendValueAsync("a");
        Assert.Equal(["Started", "a"], [await first, await NextAsync()]);
    }

    [Fact]
    public async Task Values_arrive_in_order_until_complete()
    {
        WaitForClose();
        var peer = await BeginAsync();
        await peer.SendValueAsync("a");
        await peer.SendAsync("""{"type":"next","id":"another","payload":{"data":{"rung":["x"]}}}""");
        await peer.SendValueAsync("b");
        await peer.SendAsync("""{"type":"complete","id":"1"}""");

        Assert.Equal(["a", "b"], [await NextAsync(), await NextAsync()]);
        var end = NextAsync();
        Assert.Null(await peer.ReceiveAsync());
        Assert.Equal(1000, peer.CloseCode);
        await peer.CloseAsync(1000);
        Assert.Equal("end", await end);
    }

    [Fact]
    public async Task Values_can_be_read_without_gaps()
    {
        var values = Bell().RungAsync(Cancellation).Values(Cancellation).GetAsyncEnumerator(Cancellation);
        await using var ending = values;
        var first = values.MoveNextAsync();
        var peer = await SubscriptionPeer.BeginAsync(Server);
        await peer.SendValueAsync("a");

        Assert.True(await first);
        Assert.Equal(["a"], values.Current);
    }

    [Fact]
    public async Task Ping_gets_a_pong()
    {
        var peer = await BeginAsync();
        await peer.SendAsync("""{"type":"ping","payload":{}}""");

        Assert.Equal("""{"type":"pong"}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task Disposed_reader_ends_subscription_and_connection()
    {
        WaitForClose();
        var peer = await BeginAsync();
        var leaving = StopReadingAsync();

        Assert.Equal("""{"id":"1","type":"complete"}""", await peer.ReceiveAsync());
        Assert.Null(await peer.ReceiveAsync());
        Assert.Equal(1000, peer.CloseCode);
        await peer.CloseAsync(1000);
        await leaving;
    }

    [Fact]
    public async Task Canceled_reader_ends_subscription_and_connection()
    {
        WaitForClose();
        var peer = await BeginAsync();
        var next = NextAsync();
        await Reading.CancelAsync();

        Assert.Equal("""{"id":"1","type":"complete"}""", await peer.ReceiveAsync());
        Assert.Null(await peer.ReceiveAsync());
        await peer.CloseAsync(1000);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Slow_reader_loses_pending_values_and_gets_a_gap()
    {
        Options.Subscriptions.MaximumPendingEvents = 3;
        var peer = await BeginAsync();
        for (var i = 1; i <= 5; i++)
        {
            await peer.SendValueAsync($"{i}");
        }

        await SyncAsync(peer);

        Assert.Equal(["ReaderTooSlow", "4", "5"], [await NextAsync(), await NextAsync(), await NextAsync()]);
    }

    [Fact]
    public async Task Pending_values_are_also_bounded_by_bytes()
    {
        Options.Subscriptions.MaximumPendingBytes = 1000;
        var peer = await BeginAsync();
        await peer.SendValueAsync(new string('x', 600));
        await peer.SendValueAsync(new string('y', 600));
        await SyncAsync(peer);

        Assert.Equal(["ReaderTooSlow", new string('y', 600)], [await NextAsync(), await NextAsync()]);
    }

    [Fact]
    public void A_gap_has_no_value()
    {
        var gap = new SubscriptionEvent<int>(new SubscriptionGap(SubscriptionGapCause.Started));

        Assert.False(gap.TryGetValue(out _));
        Assert.Contains("Started", Assert.Throws<InvalidOperationException>(() => gap.Value).Message, StringComparison.Ordinal);
        Assert.Contains("Started", gap.ToString(), StringComparison.Ordinal);
        Assert.Equal("5", new SubscriptionEvent<int>(5).ToString());
        Assert.True(new SubscriptionEvent<int>(5).TryGetValue(out var five));
        Assert.Equal(5, five);
    }

    /// <summary>Messages are received in order, so the response to a ping means that all earlier messages have been received.</summary>
    private static async Task SyncAsync(SubscriptionPeer peer)
    {
        await peer.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await peer.ReceiveAsync());
    }
}
