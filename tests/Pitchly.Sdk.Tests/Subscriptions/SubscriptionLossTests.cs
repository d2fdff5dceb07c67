using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Pitchly.Sdk.Tests.Channels;
using Pitchly.Subscriptions;

namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>Tests that a lost connection is reopened with the newest token and that the gap is reported.</summary>
public sealed class SubscriptionLossTests : SubscriptionFixture
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(4408)]
    [InlineData(4500)]
    public async Task Lost_connection_is_reopened_with_the_newest_token(int code)
    {
        var peer = await BeginAsync();
        await peer.SendValueAsync("before");
        Assert.Equal("before", await NextAsync());
        Tokens.Renew();
        if (code == 0)
        {
            peer.Abort();
        }
        else
        {
            await peer.CloseAsync(code, "bye");
        }

        var gap = NextAsync();
        var next = await SubscriptionPeer.BeginAsync(Server);
        await next.SendValueAsync("after");

        Assert.Contains("hush-2", next.Init, StringComparison.Ordinal);
        Assert.Equal(["ConnectionLost", "after"], [await gap, await NextAsync()]);
        Assert.Equal(0, Tokens.Rejected);
    }

    [Fact]
    public async Task Gap_has_its_cause()
    {
        var events = Bell().RungAsync(Reading.Token).GetAsyncEnumerator(Cancellation);
        await using var ending = events;
        var first = events.MoveNextAsync();
        var peer = await SubscriptionPeer.BeginAsync(Server);
        await first;
        Assert.Equal(new SubscriptionGap(SubscriptionGapCause.Started), events.Current.Gap);

        await peer.CloseAsync(1012, "Service Restart");
        var second = events.MoveNextAsync();
        await SubscriptionPeer.BeginAsync(Server);
        await second;

        Assert.Equal(PitchlyErrorNames.CouldNotConnect, events.Current.Gap!.Error!.Name);
        Assert.Contains("closed the subscription: 1012 Service Restart.", events.Current.Gap.Error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dead_connection_is_detected()
    {
        await using var network = new FrozenNetwork(Server.Port);
        Options.Subscriptions.Origin = network.Address;
        Options.Subscriptions.KeepAliveInterval = TimeSpan.FromMilliseconds(200);
        Options.Subscriptions.KeepAliveTimeout = TimeSpan.FromMilliseconds(500);
        var first = NextAsync();
        await SubscriptionPeer.BeginAsync(Server);
        Assert.Equal("Started", await first);
        network.Freeze();

        var gap = NextAsync();
        var next = await SubscriptionPeer.BeginAsync(Server);
        await next.SendValueAsync("alive");

        Assert.Equal(["ConnectionLost", "alive"], [await gap, await NextAsync()]);
    }

    [Fact]
    public async Task Silent_server_that_responds_to_pings_stays_connected()
    {
        Options.Subscriptions.KeepAliveInterval = TimeSpan.FromMilliseconds(20);
        var peer = await BeginAsync();
        for (var i = 0; i < 3; i++)
        {
            await peer.PongAsync();
        }

        await peer.SendValueAsync("still");
        Assert.Equal("still", await NextAsync());
    }

    [Fact]
    public async Task Retry_delay_grows_up_to_a_limit()
    {
        var collector = new FakeLogCollector();
        using var loggers = LoggerFactory.Create(
            logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new FakeLoggerProvider(collector)));
        var options = Options.Subscriptions;
        options.LoggerFactory = loggers;
        (options.RetryDelay, options.MaximumRetryDelay) = (TimeSpan.FromMilliseconds(8), TimeSpan.FromMilliseconds(20));
        var peer = await BeginAsync();
        for (var i = 0; i < 4; i++)
        {
            var gap = NextAsync();
            await peer.CloseAsync(1011);
            peer = await SubscriptionPeer.BeginAsync(Server);
            Assert.Equal("ConnectionLost", await gap);
        }

        var delays = collector.GetSnapshot().Where(line => line.Id.Id == 301)
            .Select(line => TimeSpan.Parse(line.GetStructuredStateValue("Delay")!, null).TotalMilliseconds);
        Assert.Collection(
            delays,
            delay => Assert.InRange(delay, 4, 8),
            delay => Assert.InRange(delay, 8, 16),
            delay => Assert.InRange(delay, 10, 20),
            delay => Assert.InRange(delay, 10, 20));
    }

    [Fact]
    public async Task Connection_without_acknowledgement_times_out()
    {
        Options.Subscriptions.ConnectTimeout = TimeSpan.FromMilliseconds(50);
        var first = NextAsync();
        var peer = await SubscriptionPeer.InitAsync(Server);

        var error = await Assert.ThrowsAsync<PitchlyException>(() => first);

        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
        Assert.Contains("did not acknowledge the connection within 00:00:00.0500000", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(peer.Init);
    }
}
