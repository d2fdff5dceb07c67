namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>Tests a store that fails and recovers.</summary>
[Trait("Speed", "Slow")]
public sealed class StoreOutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NodeCluster.Redis)]
    [InlineData(NodeCluster.PostgreSql)]
    public async Task No_node_refreshes_while_the_store_is_unreachable(string store)
    {
        await using var cluster = await NodeCluster.StartAsync(store, organizations: 2, TimeSpan.FromSeconds(3), isExpired: true);
        var nodes = await cluster.StartNodesAsync();
        Assert.All(
            await Task.WhenAll(nodes.Select(node => node.CallAsync(30))),
            answer => Assert.EndsWith("errors: ", answer, StringComparison.Ordinal));
        await cluster.Server.KillAsync();
        var before = cluster.Gate.Total;

        // Nodes return the cached tokens until these expire, and the error from then on.
        await UntilAsync(nodes, answer => answer == "store-unavailable store-unavailable");
        Assert.Equal(before, cluster.Gate.Total);

        await cluster.Server.StartAsync();
        await UntilAsync(nodes, answer => !answer.Contains('-'));
        Assert.All(
            await Task.WhenAll(nodes.Select(node => node.CallAsync(300))),
            answer => Assert.EndsWith("errors: ", answer, StringComparison.Ordinal));
        await cluster.AssertSignedInAsync();
    }

    private static Task UntilAsync(NodeProcess[] nodes, Func<string, bool> isGood) => Task.WhenAll(nodes.Select(async node =>
    {
        while (!isGood((await node.OrderAsync("token"))!))
        {
            await Task.Delay(50, Cancellation);
        }
    }));
}
