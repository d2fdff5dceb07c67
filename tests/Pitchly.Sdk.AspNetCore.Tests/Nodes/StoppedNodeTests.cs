namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>Tests a node that the operating system suspends during a refresh and resumes later.</summary>
[Trait("Speed", "Slow")]
public sealed class StoppedNodeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NodeCluster.Redis)]
    [InlineData(NodeCluster.PostgreSql)]
    public async Task Node_stopped_beyond_its_lease_overwrites_nothing(string store)
    {
        await using var cluster = await NodeCluster.StartAsync(store, organizations: 2, TimeSpan.FromSeconds(3), isExpired: true);
        var (stopped, other) = (await cluster.StartNodeAsync(), await cluster.StartNodeAsync(2));
        var stop = new TaskCompletionSource();
        cluster.Gate.OnResponse = _ =>
        {
            if (!stop.Task.IsCompleted)
            {
                stopped.Stop();
                stop.TrySetResult();
            }

            return Task.FromResult(false);
        };
        var late = stopped.OrderAsync("token");
        await stop.Task.WaitAsync(Cancellation);

        Assert.DoesNotContain('-', (await other.OrderAsync("token"))!);
        stopped.Continue();
        Assert.DoesNotContain('-', (await late)!);

        // The installations are also refreshed at their next expiry.
        var before = cluster.Gate.Total;
        while (cluster.Gate.Total < before + 2)
        {
            Assert.DoesNotContain('-', (await other.OrderAsync("token"))!);
            await Task.Delay(50, Cancellation);
        }

        await cluster.AssertSignedInAsync();
    }
}
