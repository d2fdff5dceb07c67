using System.Threading.Channels;
using Kitchen.Sink;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests;

/// <summary>Kitchen callbacks that record their calls.</summary>
internal sealed class Recorder : IKitchenCallbacks
{
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    /// <summary>Gets or sets a callback that runs within OnDishesAsync.</summary>
    public Func<Task>? DuringDishes { get; set; }

    public Task<string> NextAsync() => _heard.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public bool HasHeardMore => _heard.Reader.TryPeek(out _);

    public ValueTask OnOrderAsync(Order order, CancellationToken cancellationToken) =>
        Hear("order " + order.Match(dish => dish.Name, drink => $"{drink.Litres}"));

    public async ValueTask OnDishesAsync(IReadOnlyList<Dish> dishes, CancellationToken cancellationToken)
    {
        await Hear($"dishes {dishes.Count}");
        if (DuringDishes is { } during)
        {
            await during();
            await Hear("dishes done");
        }
    }

    public ValueTask OnCountAsync(long? count, CancellationToken cancellationToken) =>
        count == 13 ? throw new InvalidOperationException("Unlucky.") : Hear($"count {count?.ToString() ?? "none"}");

    public ValueTask OnClosedAsync(CancellationToken cancellationToken) => Hear("closed");

    public ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) =>
        Hear($"unknown {message} {message.Data}");

    public ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken) =>
        Hear($"failed {callback} {exception.Message}");

    private ValueTask Hear(string what) => _heard.Writer.WriteAsync(what);
}
