namespace Pitchly.AspNetCore.Tests.Installations;

/// <content>Tokens that are received while the store is unavailable.</content>
public sealed partial class InstallationsTests
{
    [Fact]
    public async Task Unstored_token_pair_is_not_used_and_not_lost()
    {
        var (node, failed) = await LoseStoreDuringRefreshAsync();
        var waiting = GetAsync(node).AsTask();
        await failed.WaitAsync(Cancellation);
        Assert.False(waiting.IsCompleted);

        _store.Around = (_, _) => { };
        await UntilAsync(() => Moved(waiting.IsCompleted));

        Assert.Equal((await waiting).Value, (await GetAsync(Node())).Value);
        Assert.Equal(1, Gate.Total);
    }

    [Fact]
    public async Task Wait_for_an_unstored_token_ends_with_the_store_failure()
    {
        var (node, failed) = await LoseStoreDuringRefreshAsync();
        var error = ErrorAsync(node);
        await failed.WaitAsync(Cancellation);

        await UntilAsync(() => Moved(error.IsCompleted));

        Assert.Equal(PitchlyServerErrorNames.StoreUnavailable, await error);
        _store.Around = (_, _) => { };
        var token = GetAsync(node).AsTask();
        await UntilAsync(() => Moved(token.IsCompleted));
        Assert.Equal(1, Gate.Total);
    }

    /// <summary>Returns a node whose store becomes unavailable when Pitchly responds, and a task that ends at the first failure.</summary>
    private async Task<(InProcessNode Node, Task Failed)> LoseStoreDuringRefreshAsync()
    {
        await KeepAsync();
        var node = Node();
        _time.Advance(TokenLife);
        var isAway = false;
        var failed = new TaskCompletionSource();
        Gate.OnResponse = _ => Task.FromResult((isAway = true) && false);
        _store.Around = (_, isAfter) =>
        {
            if (isAway && !isAfter)
            {
                failed.TrySetResult();
                throw new IOException("The store is away.");
            }
        };
        return (node, failed.Task);
    }
}
