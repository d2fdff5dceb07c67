using Microsoft.Extensions.Time.Testing;

namespace Pitchly.AspNetCore.Tests.Installations;

/// <summary>Tests nodes that are killed during a refresh, at a point that a seed selects.</summary>
[Trait("Speed", "Slow")]
public sealed class KillTests
{
    private const int Kills = 100;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_kills_lose_no_installation()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var platform = await Platform.StartAsync(Kills, time);
        var (store, locks) = (new MemoryStore(time), new MemoryLock());
        await using var first = new InProcessNode(platform, store, locks, time);
        await platform.KeepAllAsync(first.Installations);
        time.Advance(TimeSpan.FromHours(1));

        var places = new HashSet<(int, bool)>();
        for (var seed = 0; seed < Kills; seed++)
        {
            places.Add(await KillAsync(platform, store, locks, time, seed));
        }

        Assert.Equal(4, places.Count);
        await using var later = new InProcessNode(platform, store, locks, time);
        for (var round = 0; round < 3; round++)
        {
            foreach (var installation in platform.Installations)
            {
                Assert.NotNull(await later.Installations.GetAccessTokenAsync(installation, Cancellation));
            }

            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, platform.Gate.MostAtOnce);
        Assert.DoesNotContain(
            PitchlyInstallationStatus.SignInNeeded,
            await later.Installations.ListAsync(Cancellation).Select(one => one.Status).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task An_App_that_can_not_recover_needs_one_sign_in()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var platform = await Platform.StartAsync(1, time);
        var (store, locks) = (new MemoryStore(time), new MemoryLock());
        await using var first = new InProcessNode(platform, store, locks, time);
        await platform.KeepAllAsync(first.Installations);
        time.Advance(TimeSpan.FromHours(1));
        platform.Gate.OnResponse = _ => Task.FromResult(true);
        await Assert.ThrowsAsync<PitchlyException>(async () =>
            await first.Installations.GetAccessTokenAsync(platform.Installations[0], Cancellation));
        platform.Gate.OnResponse = _ => Task.FromResult(false);

        await using var later = new InProcessNode(platform, store, locks, time, options => options.RecoverAsApp = false);
        var errors = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            errors.Add((await Assert.ThrowsAsync<PitchlyException>(
                async () => await later.Installations.GetAccessTokenAsync(platform.Installations[0], Cancellation))).Error.Name);
        }

        Assert.Equal([PitchlyServerErrorNames.RefreshUncertain, PitchlyServerErrorNames.SignInNeeded], errors.Distinct());
        Assert.Equal((1, 1), (platform.Gate.Count("refresh_token"), platform.Gate.Count("refresh_token", 400)));
    }

    /// <summary>
    /// Kills a node before or after one of the two writes of a refresh. The first write records that the refresh has started; the second
    /// one stores its result.
    /// </summary>
    /// <returns>The point at which the node was killed.</returns>
    private static async Task<(int Write, bool IsAfter)> KillAsync(Platform platform, MemoryStore store, MemoryLock locks,
        TimeProvider time, int seed)
    {
        var random = new Random(seed);

        // Three of four kills happen between the response and the second write.
        var place = random.Next(4) > 0 ? (2, false) : (random.Next(1, 3), random.Next(2) == 0);
        var writes = 0;
        store.Around = (name, isAfter) =>
        {
            writes += name == "write" && !isAfter ? 1 : 0;
            if (name == "write" && (writes, isAfter) == place)
            {
                throw new OperationCanceledException("The process is gone.");
            }
        };
        var node = new InProcessNode(platform, store, locks, time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await node.Installations.GetAccessTokenAsync(platform.Installations[seed], Cancellation));
        store.Around = (_, _) => { };
        await node.DisposeAsync();
        return place;
    }
}
