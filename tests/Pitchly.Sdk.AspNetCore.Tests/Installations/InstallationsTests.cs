using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Tests.Installations;

/// <summary>Tests nodes that share one store, with a clock that the tests control.</summary>
public sealed partial class InstallationsTests : IAsyncLifetime
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly MemoryLock _locks = new();
    private readonly List<InProcessNode> _nodes = [];
    private MemoryStore _store = null!;
    private Platform _platform = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PitchlyInstallation Installation => _platform.Installations[0];

    private TokenGate Gate => _platform.Gate;

    public async ValueTask InitializeAsync()
    {
        _store = new MemoryStore(_time);
        _platform = await Platform.StartAsync(time: _time);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task Stored_token_takes_one_read_of_the_store()
    {
        await KeepAsync();
        var node = Node();
        _store.Reads = 0;

        var token = await GetAsync(node);
        for (var i = 0; i < 100; i++)
        {
            Assert.Same(token, await GetAsync(node));
        }

        Assert.Equal((1, 0), (_store.Reads, Gate.Total));
    }

    [Fact]
    public async Task Tokens_are_encrypted_in_the_store()
    {
        var tokens = await _platform.SignInAsync();
        await Node().Installations.KeepAsync(Installation, tokens, Cancellation);

        Assert.DoesNotContain(tokens.AccessToken.Reveal(), _store.Text(Installation), StringComparison.Ordinal);
        Assert.DoesNotContain(tokens.RefreshToken!.Reveal(), _store.Text(Installation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_callers_on_many_nodes_make_one_refresh_for_each_expiry()
    {
        await KeepAsync();
        var nodes = Enumerable.Range(0, 5).Select(_ => Node()).ToList();
        for (var expiry = 1; expiry <= 5; expiry++)
        {
            _time.Advance(TokenLife + TimeSpan.FromSeconds(1));
            var tokens = await Task.WhenAll(Enumerable.Range(0, 200).Select(index => Task.Run(async () =>
                await GetAsync(nodes[index % 5]))));

            Assert.Single(tokens.Select(token => token.Value).Distinct());
            Assert.Equal(expiry, Gate.Count("refresh_token"));
        }

        Assert.Equal(5, Gate.Total);
    }

    [Fact]
    public async Task Token_due_for_renewal_is_returned_and_renewed()
    {
        await KeepAsync();
        var node = Node();
        var before = await GetAsync(node);
        _time.Advance(TokenLife - TimeSpan.FromMinutes(1));

        Assert.Same(before, await GetAsync(node));
        await UntilAsync(() => Gate.Count("refresh_token") == 1);
        await UntilAsync(() => !GetAsync(node).AsTask().Result.Value.Equals(before.Value));
    }

    [Fact]
    public async Task Refused_token_is_replaced_unless_it_is_new()
    {
        await KeepAsync();
        var (node, other) = (Node(), Node());
        var token = await GetAsync(node);
        await GetAsync(other);
        _platform.Emulator.RevokeTokens();

        node.Installations.Reject(Installation, token);
        Assert.Equal(token.Value, (await GetAsync(node)).Value);

        _time.Advance(TimeSpan.FromMinutes(2));
        node.Installations.Reject(Installation, await GetAsync(node));
        other.Installations.Reject(Installation, await GetAsync(other));

        Assert.NotEqual(token.Value, (await GetAsync(node)).Value);
        Assert.Equal((await GetAsync(node)).Value, (await GetAsync(other)).Value);
        Assert.Equal(1, Gate.Count("refresh_token"));
    }

    [Fact]
    public async Task A_refused_refresh_token_is_never_sent_again()
    {
        await KeepAsync();
        _platform.Emulator.RevokeInstallation();
        await _platform.SignInAsync();
        for (var expiry = 0; expiry < 3; expiry++)
        {
            _time.Advance(TokenLife);
            await GetAsync(Node());
        }

        Assert.Equal((1, 3), (Gate.Count("refresh_token", 400), Gate.Count("client_credentials")));
        Assert.Equal(PitchlyInstallationStatus.AppOnly, await StatusAsync());
    }

    [Fact]
    public async Task Revoked_installation_needs_sign_in_without_retries()
    {
        await KeepAsync();
        _platform.Emulator.RevokeInstallation();
        _time.Advance(TokenLife);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(PitchlyServerErrorNames.SignInNeeded, await ErrorAsync(Node()));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((1, 1), (Gate.Count("refresh_token", 400), Gate.Count("client_credentials", 400)));
        Assert.Equal(PitchlyInstallationStatus.SignInNeeded, await StatusAsync());

        await KeepAsync();
        await GetAsync(Node());
        Assert.Equal(PitchlyInstallationStatus.SignedIn, await StatusAsync());
    }

    [Fact]
    public async Task App_token_is_not_requested_if_RecoverAsApp_is_off()
    {
        await KeepAsync();
        _platform.Emulator.RevokeInstallation();
        _time.Advance(TokenLife);

        Assert.Equal(PitchlyServerErrorNames.SignInNeeded, await ErrorAsync(Node(options => options.RecoverAsApp = false)));
        Assert.Equal(1, Gate.Total);
    }

    [Fact]
    public async Task Unreachable_lock_prevents_refreshes()
    {
        await KeepAsync();
        var node = Node();
        var token = await GetAsync(node);
        _locks.IsAway = true;
        _time.Advance(TokenLife - TimeSpan.FromMinutes(1));
        Assert.Same(token, await GetAsync(node));

        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(PitchlyServerErrorNames.StoreUnavailable, await ErrorAsync(node));
        Assert.Equal(0, Gate.Total);

        _locks.IsAway = false;
        _time.Advance(TimeSpan.FromSeconds(6));
        await GetAsync(node);
        Assert.Equal(1, Gate.Count("refresh_token"));
    }

    [Fact]
    public async Task Token_that_expires_during_renewal_is_not_returned()
    {
        await KeepAsync();
        using var log = new PausedLog("Failed");
        await using var node = new InProcessNode(
            _platform,
            server =>
            {
                server.UseStore(_ => _store, _ => _locks);
                server.Services.AddSingleton<ILoggerProvider>(log);
            },
            _time);
        await GetAsync(node);
        _locks.IsAway = true;
        _time.Advance(TokenLife - TimeSpan.FromMinutes(1));
        await GetAsync(node);
        await log.Reached.WaitAsync(Cancellation);

        _time.Advance(TimeSpan.FromMinutes(2));
        var error = ErrorAsync(node);
        log.Go();
        Assert.Equal(PitchlyServerErrorNames.StoreUnavailable, await error);
    }

    [Fact]
    public async Task A_stalled_node_stores_its_pair_later()
    {
        await KeepAsync();
        var (stalled, other) = (Node(), Node());
        _time.Advance(TokenLife);
        var (asked, wake) = (new TaskCompletionSource(), new TaskCompletionSource());
        Gate.OnResponse = async grant =>
        {
            asked.TrySetResult();
            await (grant == "refresh_token" ? wake.Task : Task.CompletedTask);
            return false;
        };
        var late = GetAsync(stalled).AsTask();
        await asked.Task.WaitAsync(Cancellation);
        _locks.IsLeaseOver = true;

        var interim = await GetAsync(other);
        Assert.Equal(1, Gate.Count("client_credentials"));
        wake.SetResult();
        var pair = await late;

        Assert.NotEqual(interim.Value, pair.Value);
        Assert.Equal(pair.Value, (await GetAsync(Node())).Value);
        Assert.Equal((1, PitchlyInstallationStatus.SignedIn), (Gate.Count("refresh_token"), await StatusAsync()));
    }

    [Fact]
    public async Task Stalled_node_does_not_overwrite_a_newer_sign_in()
    {
        await KeepAsync();
        var stalled = Node();
        _time.Advance(TokenLife);
        var (asked, wake) = (new TaskCompletionSource(), new TaskCompletionSource());
        Gate.OnResponse = async _ =>
        {
            asked.TrySetResult();
            await wake.Task;
            return false;
        };
        var late = GetAsync(stalled).AsTask();
        await asked.Task.WaitAsync(Cancellation);
        await KeepAsync();
        var newer = await GetAsync(Node());
        wake.SetResult();

        Assert.Equal(newer.Value, (await late).Value);
        Assert.Equal(newer.Value, (await GetAsync(Node())).Value);
    }

    [Fact]
    public async Task Outage_of_Pitchly_does_not_change_the_refresh_token()
    {
        await KeepAsync();
        var node = Node();
        _time.Advance(TokenLife);
        await Gate.DisposeAsync();
        var error = await Assert.ThrowsAsync<PitchlyException>(async () => await GetAsync(node));

        Assert.True(error.Error.IsTransient);
        Assert.DoesNotContain("attempt", _store.Text(Installation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_installation_needs_a_sign_in()
    {
        Assert.Equal(PitchlyServerErrorNames.SignInNeeded, await ErrorAsync(Node()));
        Assert.Equal(0, Gate.Total);
    }

    [Fact]
    public async Task Removed_installation_is_not_listed()
    {
        await KeepAsync();
        var node = Node();
        await GetAsync(node);
        await node.Installations.RemoveAsync(Installation, Cancellation);

        Assert.Equal(PitchlyServerErrorNames.SignInNeeded, await ErrorAsync(node));
        Assert.Empty(await node.Installations.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    private InProcessNode Node(Action<PitchlyServerOptions>? configure = null)
    {
        var node = new InProcessNode(_platform, _store, _locks, _time, configure);
        _nodes.Add(node);
        return node;
    }

    private async Task KeepAsync() => await _platform.KeepAllAsync(Node().Installations);

    private ValueTask<AccessToken> GetAsync(InProcessNode node) => node.Installations.GetAccessTokenAsync(Installation, Cancellation);

    private async Task<string> ErrorAsync(InProcessNode node) =>
        (await Assert.ThrowsAsync<PitchlyException>(async () => await GetAsync(node))).Error.Name;

    private async Task<PitchlyInstallationStatus> StatusAsync() =>
        (await Node().Installations.ListAsync(Cancellation).SingleAsync(Cancellation)).Status;

    private bool Moved(bool isDone)
    {
        _time.Advance(TimeSpan.FromMilliseconds(250));
        return isDone;
    }

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        while (!isTrue())
        {
            await Task.Delay(10, Cancellation);
        }
    }
}
