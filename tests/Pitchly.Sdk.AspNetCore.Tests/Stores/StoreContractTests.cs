using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>Tests the contract that each store and its lock must fulfill, against the real server.</summary>
public abstract class StoreContractTests : IAsyncLifetime
{
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(10), _atOnce = TimeSpan.Zero;

    private readonly List<InProcessNode> _nodes = [];
    private Platform _platform = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => _platform = await Platform.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task Write_replaces_only_the_specified_version()
    {
        var (store, other) = (Store(), Store());
        Assert.True(await store.TryWriteAsync("a", "1", StoredText.NoVersion, Cancellation));
        Assert.False(await other.TryWriteAsync("a", "x", StoredText.NoVersion, Cancellation));
        var read = await other.ReadAsync("a", Cancellation);
        Assert.Equal("1", read.Text);

        Assert.True(await other.TryWriteAsync("a", "2", read.Version, Cancellation));
        Assert.False(await store.TryWriteAsync("a", "x", read.Version, Cancellation));
        Assert.False(await store.TryWriteAsync("a", null, read.Version, Cancellation));
        read = await store.ReadAsync("a", Cancellation);
        Assert.Equal("2", read.Text);

        Assert.True(await store.TryWriteAsync("a", null, read.Version, Cancellation));
        Assert.Equal((null, StoredText.NoVersion), ((await other.ReadAsync("a", Cancellation)) is var gone
            ? (gone.Text, gone.Version) : default));
    }

    [Fact]
    public async Task One_of_many_parallel_writers_succeeds()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Store()).ToList();
        for (var version = StoredText.NoVersion; version < 5; version++)
        {
            var written = await Task.WhenAll(stores.Select(store => Task.Run(async () =>
                await store.TryWriteAsync("race", "text", version, Cancellation))));
            Assert.Single(written, true);
        }
    }

    [Fact]
    public async Task Store_time_is_independent_of_the_nodes_clocks()
    {
        var (early, late) = (Store(TimeSpan.FromMinutes(-2)), Store(TimeSpan.FromMinutes(2)));
        await early.TryWriteAsync("a", "1", StoredText.NoVersion, Cancellation);
        foreach (var key in new[] { "a", "missing" })
        {
            var times = new[] { await early.ReadAsync(key, Cancellation), await late.ReadAsync(key, Cancellation) };
            Assert.All(times, read => Assert.InRange((DateTimeOffset.UtcNow - read.Now)
                .Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        }
    }

    [Fact]
    public async Task List_returns_the_entries_with_a_prefix()
    {
        var store = Store();
        foreach (var key in new[] { "x:1", "x:2", "y:1" })
        {
            await store.TryWriteAsync(key, key, StoredText.NoVersion, Cancellation);
        }

        var read = await store.ReadAsync("x:2", Cancellation);
        await store.TryWriteAsync("x:2", null, read.Version, Cancellation);

        Assert.Equal(["x:1"], await store.ListAsync("x:", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Lock_has_one_holder_at_a_time()
    {
        var (locks, others) = (Locks(), Locks());
        var taken = await locks.TryTakeAsync("k", _lease, _atOnce, Cancellation);
        Assert.NotNull(taken);
        Assert.Null(await others.TryTakeAsync("k", _lease, _atOnce, Cancellation));
        await using var another = await others.TryTakeAsync("other", _lease, _atOnce, Cancellation);
        Assert.NotNull(another);

        var waiting = others.TryTakeAsync("k", _lease, TimeSpan.FromSeconds(20), Cancellation).AsTask();
        await taken.DisposeAsync();
        await using var next = await waiting;
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Nodes_can_decrypt_what_other_nodes_encrypted()
    {
        var (node, other) = (Node(), Node());
        await _platform.KeepAllAsync(node.Installations);

        Assert.Equal(
            (await node.Installations.GetAccessTokenAsync(_platform.Installations[0], Cancellation)).Value,
            (await other.Installations.GetAccessTokenAsync(_platform.Installations[0], Cancellation)).Value);
    }

    private protected abstract void Use(PitchlyServerBuilder builder);

    private protected IPitchlyStore Store(TimeSpan offset = default) => Node(offset).Services.GetRequiredService<IPitchlyStore>();

    private IPitchlyLock Locks() => Node().Services.GetRequiredService<IPitchlyLock>();

    private InProcessNode Node(TimeSpan offset = default)
    {
        var node = new InProcessNode(_platform, Use, new ShiftedTime(offset));
        _nodes.Add(node);
        return node;
    }

    private sealed class ShiftedTime(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
    }
}
