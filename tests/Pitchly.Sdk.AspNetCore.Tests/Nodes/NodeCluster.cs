using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.Tests.Stores;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>
/// Nodes as processes over a real store, whose clocks are apart by two minutes and more. Tokens live for seconds, so that they expire many
/// times; the emulator ends a whole family if one refresh token is spent twice.
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

    /// <summary>Starts a store and the emulator, and signs a person of each organization in.</summary>
    /// <param name="store">Which store.</param>
    /// <param name="organizations">How many.</param>
    /// <param name="tokenLife">How long tokens live.</param>
    /// <param name="isExpired">Whether the first tokens are to be refreshed at once.</param>
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
    /// <param name="index">Which of the clocks it has.</param>
    /// <param name="configure">Changes its settings.</param>
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

    /// <summary>Works with a node in this process.</summary>
    public async Task InProcessAsync(Func<InProcessNode, Task> actAsync)
    {
        await using var node = new InProcessNode(
            Platform, server => _ = _store == Redis ? server.UseRedis(Connection) : server.UsePostgreSql(Connection));
        await actAsync(node);
    }

    /// <summary>No refresh token was spent twice, and nobody has to sign in.</summary>
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
