using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.PostgreSql;

namespace Pitchly.AspNetCore.Tests.Stores;

public sealed class PostgreSqlStoreTests(SharedPostgreSql server) : StoreContractTests
{
    private string _connection = "";

    public override async ValueTask InitializeAsync()
    {
        _connection = await server.NewDatabaseAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public void Migrations_create_the_current_model()
    {
        using var context = new PostgreSqlStoreContext(
            new DbContextOptionsBuilder<PostgreSqlStoreContext>().UseNpgsql(_connection).Options);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Store_uses_the_time_of_the_database_server()
    {
        using var context = new PostgreSqlStoreContext(
            new DbContextOptionsBuilder<PostgreSqlStoreContext>().UseNpgsql(_connection).Options);

        Assert.Contains("now()", context.Rows.Select(row =>
            new { row.Text, Now = DateTime.UtcNow }).ToQueryString(), StringComparison.Ordinal);
    }

    private protected override void Use(PitchlyServerBuilder builder) => builder.UsePostgreSql(_connection);
}
