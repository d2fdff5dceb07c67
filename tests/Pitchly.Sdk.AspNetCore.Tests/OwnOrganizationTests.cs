using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Pitchly.Data;

namespace Pitchly.AspNetCore.Tests;

/// <summary>Tests tokens that an App signs itself and that the emulator accepts.</summary>
public sealed class OwnOrganizationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_is_valid_until_it_expires()
    {
        await using var platform = await Platform.StartAsync();
        await using var manager = new AccessTokenManager(await SourceAsync(platform));
        using var http = new LongTimeoutHttpClient { BaseAddress = platform.Emulator.Origin };
        var client = new PitchlyDataClient(http, manager);
        var organization = platform.Installations[0].OrganizationId;
        Assert.Single(await client.GetDatabasesAsync(organization, cancellationToken: Cancellation));

        platform.Emulator.AdvanceClock(TimeSpan.FromHours(2));
        var error = await Assert.ThrowsAnyAsync<PitchlyException>(
            async () => await client.GetDatabasesAsync(organization, cancellationToken: Cancellation));
        Assert.True(error.Error.IsTokenRefused);
    }

    [Fact]
    public async Task Token_has_issuer_expiration_and_scope_claims()
    {
        await using var platform = await Platform.StartAsync();
        var token = new JsonWebToken((await SourceAsync(platform)).Create().Value.Reveal());

        Assert.Equal("HS256", token.Alg);
        Assert.Equal(
            [("exp", true), ("iss", false), ("scope", false)],
            token.Claims.Select(claim => (claim.Type, claim.Type == "exp")).Order());
        Assert.Equal((Platform.AppId, "records:update teams:read"), (token.Issuer, token.GetClaim("scope").Value));
    }

    private static Task<OwnOrganizationTokenSource> SourceAsync(Platform platform)
    {
        var node = new InProcessNode(platform, new MemoryStore(TimeProvider.System), new MemoryLock(), TimeProvider.System);
        return Task.FromResult(new OwnOrganizationTokenSource(
            node.Services.GetRequiredService<IOptionsMonitor<PitchlyServerOptions>>(),
            platform.Installations[0].OrganizationId,
            TimeSpan.FromHours(1),
            ["records:update", "teams:read"]));
    }
}
