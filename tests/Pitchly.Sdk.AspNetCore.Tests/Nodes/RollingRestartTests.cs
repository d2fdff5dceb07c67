using System.Globalization;

namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>Tests three nodes that keep working while they are restarted in turn.</summary>
[Trait("Speed", "Slow")]
public sealed class RollingRestartTests
{
    private const int Organizations = 2, CallsOfNode = 1667, Rounds = 4;

    private static readonly TimeSpan _tokenLife = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(NodeCluster.Redis)]
    [InlineData(NodeCluster.PostgreSql)]
    public async Task Twenty_thousand_calls_make_one_refresh_for_each_expiry(string store)
    {
        await using var cluster = await NodeCluster.StartAsync(store, Organizations, _tokenLife, isExpired: false);
        var nodes = await cluster.StartNodesAsync();
        var answers = new List<string?>();
        for (var round = 0; round < Rounds || cluster.Gate.Refreshes.Count < 2 * Organizations; round++)
        {
            answers.AddRange(await Task.WhenAll(nodes.Select(node => node.CallAsync(CallsOfNode))));
            if (round < nodes.Length)
            {
                await nodes[round].EndAsync();
                nodes[round] = await cluster.StartNodeAsync(round);
            }
        }

        Assert.All(answers, answer => Assert.EndsWith("errors: ", answer, StringComparison.Ordinal));
        Assert.InRange(answers.Sum(answer => int.Parse(answer!.Split(' ')[2], CultureInfo.InvariantCulture)), 0, 200);
        AssertOneRefreshForEachExpiry(cluster);
        await cluster.AssertSignedInAsync();
    }

    /// <summary>
    /// Asserts that there was one refresh for each expiry. A token pair that was replaced after more than half of its lifetime counts as an
    /// expiry. A superfluous refresh follows another one within that time, and so has no expiry of its own.
    /// </summary>
    private static void AssertOneRefreshForEachExpiry(NodeCluster cluster)
    {
        var refreshes = cluster.Gate.Refreshes;
        var given = cluster.Platform.SignIns.Concat(refreshes.Select(refresh => (refresh.At, refresh.Issued)))
            .ToDictionary(pair => pair.Item2, pair => pair.Item1);
        var expiries = refreshes.Count(refresh => refresh.At - given[refresh.Used] > _tokenLife / 2);

        Assert.Equal(expiries, refreshes.Count);
        Assert.Equal(refreshes.Count, refreshes.Select(refresh => refresh.Used).Distinct().Count());
        Assert.Equal(cluster.Gate.Total, refreshes.Count);
    }
}
