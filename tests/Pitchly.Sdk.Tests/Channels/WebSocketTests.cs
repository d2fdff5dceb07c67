using System.Net.WebSockets;
using System.Text;
using Kitchen.Sink;
using Microsoft.Extensions.Time.Testing;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>Tests a WebSocket with floods, oversized messages and networks that no longer transfer data.</summary>
public sealed class WebSocketTests : IAsyncLifetime
{
    private readonly Recorder _recorder = new();
    private WebSocketServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await WebSocketServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_large_message_is_dropped_and_the_connection_stays()
    {
        await using var client = await ConnectAsync(new PitchlyChannelOptions { MaximumMessageBytes = 1000 });
        var socket = await _server.NextAsync();

        await SendAsync(socket, $$"""{"type":"smoke","data":"{{new string('x', 100_000)}}"}""");
        await SendAsync(socket, """{"type":"count","data":1}""");

        Assert.Equal("count 1", await _recorder.NextAsync());
        Assert.Equal(1, client.DroppedMessages);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Flood_waits_for_a_slow_callback_and_loses_nothing()
    {
        const int First = 100, Messages = 20_000;
        await using var client = await ConnectAsync(new PitchlyChannelOptions { MaximumPendingCallbacks = 2 });
        var socket = await _server.NextAsync();

        var sending = Task.Run(async () =>
        {
            for (var i = First; i < First + Messages; i++)
            {
                await SendAsync(socket, $$"""{"type":"count","data":{{i}}}""");
            }
        }, Cancellation);
        for (var i = First; i < First + Messages; i++)
        {
            Assert.Equal($"count {i}", await _recorder.NextAsync());
        }

        await sending;
        Assert.Equal(0, client.DroppedMessages);
    }

    [Fact]
    public async Task Request_within_a_callback_completes_during_a_flood()
    {
        var asked = new TaskCompletionSource<bool>();
        KitchenClient? client = null;
        var ready = new TaskCompletionSource();
        var callbacks = new KitchenCallbacks
        {
            OnOrder = (_, _) => default,
            OnClosed = async cancellationToken =>
            {
                await ready.Task;
                asked.TrySetResult(await client!.CookAsync(Kitchens.Dish("a"), cancellationToken));
            },
        };
        client =
            await KitchenClient.ConnectAsync(OpenAsync, callbacks, new PitchlyChannelOptions { MaximumPendingCallbacks = 1 }, Cancellation);
        await using var closing = client;
        var socket = await _server.NextAsync();

        await SendAsync(socket, """{"type":"closed"}""");
        for (var i = 0; i < 100; i++)
        {
            await SendAsync(socket, """{"type":"count","data":1}""");
        }

        ready.SetResult();
        await ReceiveAsync(socket);
        await SendAsync(socket, """{"type":"cook","id":"1","data":true}""");

        Assert.True(await asked.Task);
    }

    [Fact]
    public async Task Dead_connection_is_detected_and_reopened()
    {
        await using var network = new FrozenNetwork(_server.Port);
        var keepAlive = new WebSocketTransportOptions
        {
            KeepAliveInterval = TimeSpan.FromMilliseconds(50),
            KeepAliveTimeout = TimeSpan.FromMilliseconds(50)
        };
        await using var client = await KitchenClient.ConnectAsync(
            cancellationToken => WebSocketTransport.ConnectAsync(network.Address, keepAlive, cancellationToken), _recorder, Quick(),
            Cancellation);
        await _server.NextAsync();

        network.Freeze();

        await SendAsync(await _server.NextAsync(), """{"type":"count","data":2}""");
        Assert.Equal("count 2", await _recorder.NextAsync());
    }

    [Fact]
    public async Task Request_without_a_reply_detects_a_dead_connection()
    {
        await using var network = new FrozenNetwork(_server.Port);
        var noKeepAlive = new WebSocketTransportOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan };
        var time = new FakeTimeProvider();
        var options = Quick();
        (options.TimeProvider, options.RequestTimeout) = (time, TimeSpan.FromHours(1));
        await using var client = await KitchenClient.ConnectAsync(
            cancellationToken => WebSocketTransport.ConnectAsync(network.Address, noKeepAlive, cancellationToken), _recorder, options,
            Cancellation);
        await _server.NextAsync();

        network.Freeze();
        var cook = client.CookAsync(Kitchens.Dish("a"), Cancellation).AsTask();
        await AdvanceUntilAsync(cook, time, options.RequestTimeout);
        await Assert.ThrowsAsync<PitchlyException>(() => cook);

        var next = _server.NextAsync().AsTask();
        await AdvanceUntilAsync(next, time, options.RetryDelay);
        await SendAsync(await next, """{"type":"count","data":2}""");
        Assert.Equal("count 2", await _recorder.NextAsync());
    }

    private static async Task AdvanceUntilAsync(Task end, FakeTimeProvider time, TimeSpan step)
    {
        while (!end.IsCompleted)
        {
            time.Advance(step);
            await Task.Yield();
        }
    }

    private static PitchlyChannelOptions Quick() => new() { RetryDelay = TimeSpan.FromMilliseconds(1) };

    private ValueTask<KitchenClient> ConnectAsync(PitchlyChannelOptions options) => KitchenClient.ConnectAsync(
        cancellationToken => WebSocketTransport.ConnectAsync(_server.Address, options.MaximumMessageBytes, cancellationToken), _recorder,
        options, Cancellation);

    private ValueTask<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken) =>
        WebSocketTransport.ConnectAsync(_server.Address, PitchlyChannelOptions.DefaultMaximumMessageBytes, cancellationToken);

    private static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    private static Task ReceiveAsync(WebSocket socket) => socket.ReceiveAsync(new byte[16 * 1024], Cancellation);
}
