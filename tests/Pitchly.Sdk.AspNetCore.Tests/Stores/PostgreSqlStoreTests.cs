using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.PostgreSql;

namespace Pitchly.AspNetCore.Tests.Stores;

public sealed class PostgreSqlStoreTests : StoreContractTests
{
    private readonly PostgreSqlServer _server = new();

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

    [Fact]
    public void Its_migrations_make_the_model()
    {
        using var context = new PostgreSqlStoreContext(
            new DbContextOptionsBuilder<PostgreSqlStoreContext>().UseNpgsql(_server.Connection).Options);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Its_time_is_that_of_the_server()
    {
        using var context = new PostgreSqlStoreContext(
            new DbContextOptionsBuilder<PostgreSqlStoreContext>().UseNpgsql(_server.Connection).Options);

        Assert.Contains("now()", context.Rows.Select(row =>
            new { row.Text, Now = DateTime.UtcNow }).ToQueryString(), StringComparison.Ordinal);
    }

    private protected override void Use(PitchlyServerBuilder server) => server.UsePostgreSql(_server.Connection);
}
