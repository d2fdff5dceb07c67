using System.Text.Json;
using Kitchen.Sink;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>
/// Tests that callbacks run one at a time and independently, even though those that complete synchronously share a turn.
/// </summary>
public sealed class CallbackTurnTests : IAsyncDisposable
{
    private static readonly AsyncLocal<string?> Mood = new();

    private readonly FakePlatform _platform = new();
    private readonly List<string> _heard = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task AsyncLocal_values_do_not_flow_to_the_next_callback()
    {
        await using var client = await ConnectAsync(_ => Hear(Mood.Value = "sour"), _ => Hear(Mood.Value ?? "none"));

        await _platform.SendAsync("""{"type":"count","data":1}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        await AllHaveRunAsync(client);

        Assert.Equal(["sour", "none"], _heard);
    }

    [Fact]
    public async Task A_request_within_a_callback_does_not_wait_for_it()
    {
        KitchenClient? client = null;
        await using var opened =
            await ConnectAsync(_ => Hear("count"), async _ => await Hear($"got {await client!.RequestOrderAsync(Cancellation)}"));
        client = opened;

        // Callbacks that complete synchronously share a turn with the next callback.
        await _platform.SendAsync("""{"type":"count","data":1}""");
        await _platform.SendAsync("""{"type":"count","data":2}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        await _platform.ReplyAsync("""{"kind":"drink","litres":0.5}""");
        await AllHaveRunAsync(client);

        Assert.Equal(["count", "count", "order"], _heard[..3]);
        Assert.StartsWith("got", _heard[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Background_work_of_a_callback_runs_in_order()
    {
        Task<Order>? left = null;
        var go = new TaskCompletionSource();
        KitchenClient? client = null;
        await using var opened = await ConnectAsync(
            _ =>
            {
                left = client!.RequestOrderAsync(Cancellation).AsTask();
                return Hear("count");
            },
            async _ =>
            {
                await go.Task;
                await Hear("closed");
            });
        client = opened;

        await _platform.SendAsync("""{"type":"count","data":1}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        await _platform.ReplyAsync("""{"kind":"drink","litres":0.5}""");
        var cook = client.CookAsync(Kitchens.Dish("a"), Cancellation);
        await _platform.ReplyAsync("true");
        await cook;
        go.SetResult();
        await AllHaveRunAsync(client);
        await left!;

        Assert.Equal(["count", "closed", "order"], _heard);
    }

    [Fact]
    public async Task A_malformed_event_is_dropped_and_a_failed_callback_reported()
    {
        await using var client = await ConnectAsync(_ => throw new JsonException("mine"), _ => Hear("closed"));

        await _platform.SendAsync("""{"type":"count","data":"many"}""");
        await _platform.SendAsync("""{"type":"count","data":1}""");
        await _platform.SendAsync("""{"type":"closed"}""");
        await AllHaveRunAsync(client);

        Assert.Equal(["failed count mine", "closed"], _heard);
        Assert.Equal(1, client.DroppedMessages);
    }

    [Fact]
    public async Task Unknown_event_has_all_its_members()
    {
        var messages = new List<PitchlyMessage>();
        var callbacks = new KitchenCallbacks { OnOrder = (_, _) => default, OnUnknownMessage = (message, _) => Add(message) };
        await using var client = await KitchenClient.ConnectAsync(_platform.OpenAsync, callbacks, null, Cancellation);

        await _platform.SendAsync("""{"type":"smoke","data":[1],"error":{"name":"fire","reason":"Fire!","code":5}}""");
        await _platform.SendAsync("""{"type":"\u0073moke"}""");
        await AllHaveRunAsync(client, orders: false);

        Assert.Equal(["smoke", "smoke"], messages.Select(message => message.Type));
        Assert.Equal("[1]", messages[0].Data.ToString());
        Assert.Equal("fire", messages[0].Error?.Name);
        Assert.Null(messages[1].Error);

        ValueTask Add(PitchlyMessage message)
        {
            messages.Add(message);
            return default;
        }
    }

    private ValueTask<KitchenClient> ConnectAsync(Func<long?, ValueTask> onCount, Func<CancellationToken, ValueTask> onClosed)
    {
        var callbacks = new KitchenCallbacks
        {
            OnOrder = (_, _) => Hear("order"),
            OnCount = (count, _) => onCount(count),
            OnClosed = onClosed,
            OnCallbackFailed = (name, error, _) => Hear($"failed {name} {error.Message}"),
        };
        return KitchenClient.ConnectAsync(_platform.OpenAsync, callbacks, null, Cancellation);
    }

    /// <summary>Waits until all callbacks have run: the callback of a reply runs after those of all earlier messages.</summary>
    private async Task AllHaveRunAsync(KitchenClient client, bool orders = true)
    {
        var order = client.RequestOrderAsync(Cancellation).AsTask();
        await _platform.ReplyAsync("""{"kind":"drink","litres":0.5}""");
        await order;
        if (orders)
        {
            Assert.Equal("order", _heard[^1]);
            _heard.RemoveAt(_heard.Count - 1);
        }
    }

    private ValueTask Hear(string what)
    {
        lock (_heard)
        {
            _heard.Add(what);
        }

        return default;
    }
}
