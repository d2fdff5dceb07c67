namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>
/// Tests nodes that are killed between the response with a new token pair and the write that stores it.
/// <see cref="Installations.KillTests"/> does this a hundred times in one process, at points that seeds select.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class KilledNodesTests
{
    private const int Kills = 6, KillsAtOnce = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NodeCluster.Redis)]
    [InlineData(NodeCluster.PostgreSql)]
    public async Task Nodes_killed_before_the_write_lose_no_installation(string store)
    {
        await using var cluster = await NodeCluster.StartAsync(store, Kills, TimeSpan.FromSeconds(3), isExpired: true);
        await Parallel.ForAsync(
            0,
            Kills,
            new ParallelOptions { MaxDegreeOfParallelism = KillsAtOnce, CancellationToken = Cancellation },
            async (kill, _) => await KillAsync(cluster, kill));

        // Each installation gets tokens of the App itself, and again when those have expired.
        var later = await cluster.StartNodeAsync();
        for (var expiry = 1; expiry <= 2; expiry++)
        {
            while (cluster.Gate.Count("client_credentials") < expiry * Kills)
            {
                Assert.DoesNotContain('-', (await later.OrderAsync("token"))!);
                await Task.Delay(50, Cancellation);
            }
        }

        Assert.Equal(0, cluster.Gate.Total - cluster.Gate.Count("client_credentials"));
        await cluster.AssertSignedInAsync();
    }

    /// <summary>Starts a node for one organization, and kills it while the response with the new pair is on its way to the node.</summary>
    private static async Task KillAsync(NodeCluster cluster, int organization)
    {
        await using var gate = await TokenGate.StartAsync(cluster.Platform.Emulator.Origin);
        var victim = await cluster.StartNodeAsync(organization, settings =>
        {
            settings["Pitchly:Origin"] = gate.Origin.AbsoluteUri;
            settings["Organizations"] = cluster.Platform.Installations[organization].OrganizationId.Value;
        });
        gate.OnResponse = _ =>
        {
            victim.Kill();
            return Task.FromResult(false);
        };
        Assert.Null(await victim.OrderAsync("token"));
        Assert.Single(gate.Refreshes);
    }
}
