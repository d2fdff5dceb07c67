using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.Tests.Stores;

namespace Pitchly.AspNetCore.Tests.Nodes;

/// <summary>
/// Three nodes as processes, over a real store, whose clocks are apart by two minutes and more. Tokens live for seconds, so that they
/// expire
/// many times; the emulator ends a whole family if one refresh token is spent twice.
/// </summary>
public abstract class NodesTests : IAsyncLifetime
{
    private const int Organizations = 2;

    private static readonly TimeSpan _tokenLife = TimeSpan.FromSeconds(5), _lease = TimeSpan.FromSeconds(6);

    private static readonly double[] _offsets = [0, -120, 120];

    private readonly List<NodeProcess> _nodes = [];
    private Platform _platform = null!;

    private protected abstract ServiceProcess Server { get; }

    private protected abstract string Store { get; }

    private protected abstract string Connection { get; }

    private protected abstract void Use(PitchlyServerBuilder server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TokenGate Gate => _platform.Gate;

    public async ValueTask InitializeAsync()
    {
        await Server.StartAsync();
        _platform = await Platform.StartAsync(Organizations, tokenLife: _tokenLife);
        await KeepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _platform.DisposeAsync();
        await Server.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_thousand_calls_with_rolling_restarts_make_one_refresh_for_each_expiry()
    {
        var nodes = await Task.WhenAll(_offsets.Select(StartAsync));
        var start = DateTimeOffset.UtcNow;
        var answers = new List<string?>();
        for (var round = 0; round < 4; round++)
        {
            answers.AddRange(await Task.WhenAll(nodes.Select(node => node.CallAsync(1667))));
            var next = round % nodes.Length;
            await nodes[next].EndAsync();
            nodes[next] = await StartAsync(_offsets[next]);
        }

        Assert.All(answers, answer => Assert.EndsWith("errors: ", answer, StringComparison.Ordinal));
        Assert.InRange(answers.Sum(answer => int.Parse(answer!.Split(' ')[2], CultureInfo.InvariantCulture)), 0, 200);
        var expiries = (DateTimeOffset.UtcNow - start) / _tokenLife * Organizations;
        Assert.InRange(Gate.Count("refresh_token"), 2, (int)(expiries / 0.75) + Organizations);
        Assert.Equal(Gate.Total, Gate.Count("refresh_token"));
    }

    [Fact]
    public async Task A_node_stopped_for_longer_than_its_lease_loses_nothing_and_overwrites_nothing()
    {
        var (stopped, other) = (await StartAsync(0), await StartAsync(120));
        var isStopped = false;
        Gate.Answered = _ =>
        {
            if (!isStopped)
            {
                isStopped = true;
                stopped.Stop();
            }

            return Task.FromResult(false);
        };
        await Task.Delay(_tokenLife, Cancellation);
        var late = stopped.OrderAsync("token");
        while (!isStopped)
        {
            await Task.Delay(20, Cancellation);
        }

        var interim = await other.OrderAsync("token");
        Assert.DoesNotContain('-', interim!);
        stopped.Continue();
        Assert.DoesNotContain('-', (await late)!);

        await Task.Delay(_tokenLife, Cancellation);
        Assert.DoesNotContain('-', (await other.OrderAsync("token"))!);
        Assert.Equal(0, Gate.Count("refresh_token", 400));
        await AssertSignedInAsync();
    }

    [Fact]
    public async Task Nodes_killed_between_answer_and_write_lose_nothing()
    {
        for (var kill = 0; kill < 3; kill++)
        {
            var victim = await StartAsync(_offsets[kill]);
            Gate.Answered = _ =>
            {
                victim.Kill();
                return Task.FromResult(false);
            };
            await Task.Delay(_tokenLife, Cancellation);
            Assert.Null(await victim.OrderAsync("token"));
            Gate.Answered = _ => Task.FromResult(false);
        }

        var later = await StartAsync(0);
        for (var round = 0; round < 2; round++)
        {
            Assert.DoesNotContain('-', (await later.OrderAsync("token"))!);
            await Task.Delay(_tokenLife, Cancellation);
        }

        Assert.Equal(0, Gate.Count("refresh_token", 400));
    }

    [Fact]
    public async Task While_the_store_is_away_nobody_refreshes_and_afterwards_all_goes_on()
    {
        var nodes = await Task.WhenAll(_offsets.Select(StartAsync));
        Assert.All(await Task.WhenAll(nodes.Select(node => node.CallAsync(30))), answer =>
            Assert.EndsWith("errors: ", answer, StringComparison.Ordinal));
        await Server.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        var before = Gate.Total;
        await Task.Delay(_tokenLife, Cancellation);
        var answers = await Task.WhenAll(nodes.Select(node => node.OrderAsync("token")));
        Assert.All(answers, answer => Assert.Equal("store-unavailable store-unavailable", answer));
        Assert.Equal(before, Gate.Total);

        await Server.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        Assert.All(await Task.WhenAll(nodes.Select(node => node.CallAsync(300))), answer =>
            Assert.EndsWith("errors: ", answer, StringComparison.Ordinal));
        Assert.Equal(0, Gate.Count("refresh_token", 400));
        await AssertSignedInAsync();
    }

    private Task AssertSignedInAsync() => WithNodeAsync(async node => Assert.All(
        await node.Installations.ListAsync(Cancellation).ToListAsync(Cancellation),
        one => Assert.Equal(PitchlyInstallationStatus.SignedIn, one.Status)));

    private Task KeepAsync() => WithNodeAsync(node => _platform.KeepAllAsync(node.Installations));

    private async Task WithNodeAsync(Func<InProcessNode, Task> act)
    {
        await using var node = new InProcessNode(_platform, Use);
        await act(node);
    }

    private async Task<NodeProcess> StartAsync(double offset)
    {
        var settings = _platform.Settings();
        settings["Store"] = Store;
        settings["Connection"] = Connection;
        settings["Offset"] = $"{offset}";
        settings["Organizations"] = string.Join(',', _platform.Installations.Select(one => one.OrganizationId.Value));
        settings["Pitchly:RequestTimeout"] = "00:00:02";
        settings["Pitchly:LockLease"] = $"{_lease}";
        settings["Pitchly:RetryDelay"] = "00:00:00.3";
        var node = await NodeProcess.StartAsync(settings);
        _nodes.Add(node);
        return node;
    }
}

public sealed class RedisNodesTests : NodesTests
{
    private readonly RedisServer _server = new();

    private protected override ServiceProcess Server => _server;

    private protected override string Store => "redis";

    private protected override string Connection => _server.Connection;

    private protected override void Use(PitchlyServerBuilder server) => server.UseRedis(Connection);
}

public sealed class PostgreSqlNodesTests : NodesTests
{
    private readonly PostgreSqlServer _server = new();

    private protected override ServiceProcess Server => _server;

    private protected override string Store => "postgresql";

    private protected override string Connection => _server.Connection;

    private protected override void Use(PitchlyServerBuilder server) => server.UsePostgreSql(Connection);
}
