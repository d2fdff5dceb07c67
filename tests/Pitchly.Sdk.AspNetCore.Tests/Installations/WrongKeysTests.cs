using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.AspNetCore.Tests.Installations;

/// <summary>Tests a node whose Data Protection keys differ from those of the other nodes.</summary>
public sealed class WrongKeysTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_that_can_not_be_decrypted_are_not_overwritten()
    {
        await using var platform = await Platform.StartAsync();
        var (store, locks) = (new MemoryStore(TimeProvider.System), new MemoryLock());
        await using var node = new InProcessNode(platform, store, locks, TimeProvider.System);
        await platform.KeepAllAsync(node.Installations);
        var before = store.Text(platform.Installations[0]);

        await using var stranger = new InProcessNode(platform, server =>
        {
            server.UseStore(_ => store, _ => locks);
            server.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        });
        await stranger.Installations.GetAccessTokenAsync(platform.Installations[0], Cancellation);

        Assert.Equal((before, 1), (store.Text(platform.Installations[0]), platform.Gate.Count("client_credentials")));
        await node.Installations.GetAccessTokenAsync(platform.Installations[0], Cancellation);
        Assert.Equal(1, platform.Gate.Total);
    }
}
