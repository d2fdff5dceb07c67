using Kitchen.Sink;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>
/// Tests the bound on messages from a transport that can't wait: the newest value of a cached event is kept, and the dropped messages are
/// counted.
/// </summary>
[Collection(MeasuredMemory.Name)]
public sealed class PendingCallbacksTests : IAsyncDisposable
{
    private readonly FakePlatform _platform = new();
    private readonly TaskCompletionSource _go = new();
    private readonly List<string> _heard = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task The_newest_value_is_kept_and_drops_are_logged_once()
    {
        var logs = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using var client = await ConnectAsync(new PitchlyChannelOptions { MaximumPendingCallbacks = 2, LoggerFactory = factory });

        // The first callback blocks the others.
        await _platform.SendAsync("""{"type":"closed"}""");
        for (var i = 0; i < 1000; i++)
        {
            await _platform.SendAsync($$"""{"type":"count","data":{{i}}}""");
            await _platform.SendAsync("""{"type":"smoke"}""");
        }

        await ReplyAsync(client);
        _go.SetResult();

        // The callback of this reply runs after all earlier callbacks.
        var order = client.RequestOrderAsync(Cancellation).AsTask();
        await _platform.ReplyAsync("""{"kind":"drink","litres":0.5}""");
        await order;

        Assert.Equal("closed", _heard[0]);
        Assert.Equal("count 999", _heard.Last(one => one.StartsWith("count", StringComparison.Ordinal)));
        Assert.InRange(_heard.Count, 2, 5);
        Assert.Equal(2001, client.DroppedMessages + _heard.Count);
        Assert.Single(logs.Collector.GetSnapshot(), record => record.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Million_messages_at_a_blocked_callback_use_bounded_memory()
    {
        const int Messages = 1_000_000;
        await using var client = await ConnectAsync(new PitchlyChannelOptions());
        await _platform.SendAsync("""{"type":"closed"}""");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < Messages; i++)
        {
            await _platform.SendAsync("""{"type":"count","data":7}""");
            if (i % 1000 == 0)
            {
                // The in-memory transport buffers messages that have not been received. A reply means that all earlier messages have been
                // received.
                await ReplyAsync(client);
            }
        }

        await ReplyAsync(client);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 * 1024 * 1024);
        _go.SetResult();
    }

    private ValueTask<KitchenClient> ConnectAsync(PitchlyChannelOptions options)
    {
        var callbacks = new KitchenCallbacks
        {
            OnOrder = (_, _) => default,
            OnClosed = async _ =>
            {
                await _go.Task;
                await Hear("closed");
            },
            OnCount = (count, _) => Hear($"count {count}"),
            OnUnknownMessage = (message, _) => Hear(message.Type),
        };
        return KitchenClient.ConnectAsync(_platform.OpenAsync, callbacks, options, Cancellation);
    }

    private ValueTask Hear(string what)
    {
        _heard.Add(what);
        return default;
    }

    /// <summary>Waits for a reply, which arrives after all messages that were sent before it.</summary>
    private async Task ReplyAsync(KitchenClient client)
    {
        var request = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        await _platform.ReplyAsync("true");
        Assert.True(await request);
    }
}
