using System.Threading.Channels;
using Kitchen.Sink;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests;

/// <summary>Kitchen callbacks that record their calls.</summary>
internal sealed class Recorder : IKitchenCallbacks
{
    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();

    /// <summary>Gets or sets a callback that runs within OnDishesAsync.</summary>
    public Func<Task>? DuringDishes { get; set; }

    public Task<string> NextAsync() => _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public bool HasMore => _calls.Reader.TryPeek(out _);

    public ValueTask OnOrderAsync(Order order, CancellationToken cancellationToken) =>
        Record("order " + order.Match(dish => dish.Name, drink => $"{drink.Litres}"));

    public async ValueTask OnDishesAsync(IReadOnlyList<Dish> dishes, CancellationToken cancellationToken)
    {
        await Record($"dishes {dishes.Count}");
        if (DuringDishes is { } during)
        {
            await during();
            await Record("dishes done");
        }
    }

    public ValueTask OnCountAsync(long? count, CancellationToken cancellationToken) =>
        count == 13 ? throw new InvalidOperationException("Unlucky.") : Record($"count {count?.ToString() ?? "none"}");

    public ValueTask OnClosedAsync(CancellationToken cancellationToken) => Record("closed");

    public ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) =>
        Record($"unknown {message} {message.Data}");

    public ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken) =>
        Record($"failed {callback} {exception.Message}");

    private ValueTask Record(string what) => _calls.Writer.WriteAsync(what);
}
