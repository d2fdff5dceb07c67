using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.AspNetCore.Tests.Stores;

public sealed class RedisStoreTests : StoreContractTests
{
    private readonly RedisServer _server = new();

    public override async ValueTask InitializeAsync()
    {
        await _server.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    private protected override void Use(PitchlyServerBuilder builder) => builder.UseRedis(_server.Connection);
}
