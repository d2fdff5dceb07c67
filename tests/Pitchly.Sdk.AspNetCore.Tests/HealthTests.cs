using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Pitchly.AspNetCore.Tests;

public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_check_reports_the_store_and_the_last_renewal()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var platform = await Platform.StartAsync(time: time);
        var store = new MemoryStore(time);
        var locks = new MemoryLock();
        await using var node = new InProcessNode(
            platform,
            server =>
            {
                server.UseStore(_ => store, _ => locks);
                server.Services.AddHealthChecks().AddPitchly();
            },
            time);
        var health = node.Services.GetRequiredService<HealthCheckService>();
        await platform.KeepAllAsync(node.Installations);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancellation)).Status);

        locks.IsAway = true;
        time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<PitchlyException>(
            async () => await node.Installations.GetAccessTokenAsync(platform.Installations[0], Cancellation));
        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync(Cancellation)).Status);

        locks.IsAway = false;
        time.Advance(TimeSpan.FromSeconds(10));
        await node.Installations.GetAccessTokenAsync(platform.Installations[0], Cancellation);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancellation)).Status);

        store.Around = (_, _) => throw new IOException("The store is away.");
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(Cancellation)).Status);
    }
}
