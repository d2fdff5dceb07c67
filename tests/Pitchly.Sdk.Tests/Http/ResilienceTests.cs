using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Pitchly.Data;
using Pitchly.Http;
using Polly;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests generated clients with Microsoft's resilience handler, as in docs/tokens.md.</summary>
public sealed class ResilienceTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        var services = new ServiceCollection().AddSingleton<IAccessTokenProvider, AnyToken>();
        services.AddPitchlyDataClient((_, http) => http.BaseAddress = _server.Origin).AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.ShouldHandle = arguments => new(
                arguments.Context.GetRequestMessage().MayBeSentAgain() && HttpClientResiliencePredicates.IsTransient(arguments.Outcome));
        });
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Query_is_retried()
    {
        (_server.FailuresFirst, _server.ResponseText) = (2, """{"data":{"dataCount":8}}""");
        Assert.Equal(8, await Data().CountRowsAsync(new DatabaseId("d1"), cancellationToken: Cancellation));
        Assert.Equal(3, _server.Requests);
    }

    [Fact]
    public async Task Mutation_is_not_retried()
    {
        _server.FailuresFirst = 1;
        var refused = await Assert.ThrowsAnyAsync<PitchlyException>(() => Data()
            .InsertRowAsync(new DatabaseId("d1"), new RowInput { Cols = [] }, Cancellation)
            .AsTask());
        Assert.Equal(503, refused.Error.Code);
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task Idempotent_mutation_is_retried()
    {
        (_server.FailuresFirst, _server.ResponseText) = (1, """{"data":{"updateRow":{"_id":"r1"}}}""");
        Assert.Equal(
            new RowId("r1"),
            (await Data().UpdateRowAsync(new DatabaseId("d1"), new RowId("r1"), new RowInput { Cols = [] }, Cancellation)).Id);
        Assert.Equal(2, _server.Requests);
    }

    private PitchlyDataClient Data() => _services.GetRequiredService<PitchlyDataClient>();

    private sealed class AnyToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(new PitchlySecret("any"), DateTimeOffset.MaxValue));
    }
}
