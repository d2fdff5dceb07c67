using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.Tests.Stores;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>
/// Nodes that run as processes over a real store. Their clocks differ by two minutes or more. Tokens live for seconds, so that they expire
/// many times. The emulator revokes a whole token family if one refresh token is used twice.
/// </summary>
internal sealed class NodeCluster : IAsyncDisposable
{
    public const string Redis = "redis", PostgreSql = "postgresql";

    private static readonly double[] _offsets = [0, -120, 120];

    private readonly string _store;
    private readonly List<NodeProcess> _nodes = [];

    private NodeCluster(string store, ServiceProcess server, Platform platform) => (_store, Server, Platform) = (store, server, platform);

    public ServiceProcess Server { get; }

    public Platform Platform { get; }

    public TokenGate Gate => Platform.Gate;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Connection => Server is RedisServer redis ? redis.Connection : ((PostgreSqlServer)Server).Connection;

    /// <summary>Starts a store and the emulator, and signs in a person of each organization.</summary>
    /// <param name="store">The store.</param>
    /// <param name="organizations">The number of organizations.</param>
    /// <param name="tokenLife">The lifetime of tokens.</param>
    /// <param name="isExpired"><see langword="true"/> to have the first tokens refreshed immediately; otherwise,
    /// <see langword="false"/>.</param>
    public static async Task<NodeCluster> StartAsync(string store, int organizations, TimeSpan tokenLife, bool isExpired)
    {
        ServiceProcess server = store == Redis ? new RedisServer() : new PostgreSqlServer();
        await server.StartAsync();
        var cluster = new NodeCluster(store, server, await Platform.StartAsync(organizations, tokenLife: tokenLife));
        await cluster.InProcessAsync(node => cluster.Platform.KeepAllAsync(
            node.Installations, tokens => isExpired ? tokens with { ExpiresIn = 0 } : tokens));
        return cluster;
    }

    public Task<NodeProcess[]> StartNodesAsync() => Task.WhenAll(_offsets.Select((_, index) => StartNodeAsync(index)));

    /// <summary>Starts a node.</summary>
    /// <param name="index">The index of the node's clock offset.</param>
    /// <param name="configure">A callback that changes the node's settings.</param>
    public async Task<NodeProcess> StartNodeAsync(int index = 0, Action<Dictionary<string, string?>>? configure = null)
    {
        var settings = Platform.Settings();
        settings["Store"] = _store;
        settings["Connection"] = Connection;
        settings["Offset"] = $"{_offsets[index % _offsets.Length]}";
        settings["Organizations"] = string.Join(',', Platform.Installations.Select(one => one.OrganizationId.Value));
        settings["Pitchly:RequestTimeout"] = "00:00:03";
        settings["Pitchly:LockLease"] = "00:00:06";
        settings["Pitchly:RetryDelay"] = "00:00:00.3";
        configure?.Invoke(settings);
        var node = await NodeProcess.StartAsync(settings);
        lock (_nodes)
        {
            _nodes.Add(node);
        }

        return node;
    }

    /// <summary>Runs a callback with a node in this process.</summary>
    public async Task InProcessAsync(Func<InProcessNode, Task> actAsync)
    {
        await using var node = new InProcessNode(
            Platform, server => _ = _store == Redis ? server.UseRedis(Connection) : server.UsePostgreSql(Connection));
        await actAsync(node);
    }

    /// <summary>Asserts that no refresh token was used twice and that no installation needs a sign-in.</summary>
    public Task AssertSignedInAsync() => InProcessAsync(async node =>
    {
        Assert.Equal(0, Gate.Count("refresh_token", 400));
        Assert.All(
            await node.Installations.ListAsync(Cancellation).ToListAsync(Cancellation),
            one => Assert.Equal(PitchlyInstallationStatus.SignedIn, one.Status));
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Platform.DisposeAsync();
        await Server.DisposeAsync();
    }
}
