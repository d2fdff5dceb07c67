using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.PostgreSql;
using Pitchly.AspNetCore.Stores;
using Pitchly.AspNetCore.Stores.Sqlite;

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>
/// Tests that a newer version of the SDK upgrades a database that a shipped migration created and that contains rows. The tests cover each
/// migration, and one more after the newest, which represents the next migration.
/// </summary>
public abstract class UpgradeTests
{
    private const int Rows = 50;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upgrade_from_each_migration_keeps_all_rows()
    {
        await ClearAsync();
        var migrations = await InContextAsync(context => Task.FromResult(context.Database.GetMigrations().ToList()));
        Assert.NotEmpty(migrations);
        foreach (var migration in migrations)
        {
            await ClearAsync();
            await FillAsync(migration);

            // The store applies the pending migrations on first use.
            using var services = Services();
            await AssertKeptAsync(services.GetRequiredService<IPitchlyStore>());
            await InContextAsync(async context =>
            {
                Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancellation));
                Assert.False(context.Database.HasPendingModelChanges());
                return 0;
            });
        }
    }

    [Fact]
    public async Task Future_migration_keeps_all_rows()
    {
        await ClearAsync();
        var newest = await InContextAsync(context => Task.FromResult(context.Database.GetMigrations().Last()));
        await FillAsync(newest);
        await InContextAsync(async context =>
        {
            Assert.Equal([NextMigration.Id], await context.Database.GetPendingMigrationsAsync(Cancellation));
            await context.Database.MigrateAsync(Cancellation);
            return 0;
        }, options => options.ReplaceService<IMigrationsAssembly, WithNextMigration>());

        using var services = Services();
        await AssertKeptAsync(services.GetRequiredService<IPitchlyStore>());
    }

    private protected abstract void Use(PitchlyServerBuilder builder);

    private protected abstract PitchlyStoreContext Open(IServiceProvider services, Action<DbContextOptionsBuilder> configure);

    protected abstract Task ClearAsync();

    private protected static DbContextOptions<TContext> Options<TContext>(
        IServiceProvider services, Action<DbContextOptionsBuilder> configure)
        where TContext : PitchlyStoreContext
    {
        var options = new DbContextOptionsBuilder<TContext>(services.GetRequiredService<DbContextOptions<TContext>>());
        configure(options);
        return options.Options;
    }

    /// <summary>Creates the database at the specified migration, and writes rows as the SDK of that version did.</summary>
    private Task FillAsync(string migration) => InContextAsync(async context =>
    {
        await context.GetService<IMigrator>().MigrateAsync(migration, Cancellation);
        for (var row = 0; row < Rows; row++)
        {
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO pitchly_store (key, version, text) VALUES ({$"k:{row:D3}"}, {row + 1L}, {$"text {row} ✓"})", Cancellation);
        }

        return 0;
    });

    private static async Task AssertKeptAsync(IPitchlyStore store)
    {
        Assert.Equal(
            Enumerable.Range(0, Rows).Select(row => $"text {row} ✓"), await store.ListAsync("k:", Cancellation).ToListAsync(Cancellation));
        var read = await store.ReadAsync("k:007", Cancellation);
        Assert.Equal(("text 7 ✓", 8L), (read.Text, read.Version));
        Assert.False(await store.TryWriteAsync("k:007", "x", read.Version - 1, Cancellation));
        Assert.True(await store.TryWriteAsync("k:007", "text 7 ✓", read.Version, Cancellation));
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        Use(services.AddLogging().AddPitchlyServer(new Microsoft.Extensions.Configuration.ConfigurationManager()));
        return services.BuildServiceProvider();
    }

    /// <summary>Runs a callback with a context that is configured as the SDK configures it.</summary>
    private async Task<T> InContextAsync<T>(Func<PitchlyStoreContext, Task<T>> act, Action<DbContextOptionsBuilder>? configure = null)
    {
        await using var services = Services();
        _ = services.GetRequiredService<IPitchlyStore>();
        await using var context = Open(services, configure ?? (_ => { }));
        return await act(context);
    }

    [Migration(Id)]
    private sealed class NextMigration : Migration
    {
        public const string Id = "99991231235959_Next";

        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.AddColumn<string>("note", "pitchly_store", nullable: true);
    }

#pragma warning disable EF1001 // The migrations are found by a service that has no public base.
    private sealed class WithNextMigration(
        ICurrentDbContext context, IDbContextOptions options, IMigrationsIdGenerator ids,
        IDiagnosticsLogger<DbLoggerCategory.Migrations> log)
        : Microsoft.EntityFrameworkCore.Migrations.Internal.MigrationsAssembly(context, options, ids, log)
    {
        public override IReadOnlyDictionary<string, System.Reflection.TypeInfo> Migrations =>
            new SortedDictionary<string, System.Reflection.TypeInfo>(base.Migrations.ToDictionary())
            {
                [NextMigration.Id] = System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(NextMigration)),
            };

        public override Migration CreateMigration(System.Reflection.TypeInfo migrationClass, string activeProvider) =>
            migrationClass.AsType() == typeof(NextMigration)
                ? new NextMigration { ActiveProvider = activeProvider }
                : base.CreateMigration(migrationClass, activeProvider);
    }
#pragma warning restore EF1001
}

public sealed class SqliteUpgradeTests : UpgradeTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-store-");

    private string File => Path.Combine(_folder.FullName, "pitchly.db");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override Task ClearAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.File.Delete(File);
        return Task.CompletedTask;
    }

    private protected override void Use(PitchlyServerBuilder builder) => builder.UseSqlite(File);

    private protected override PitchlyStoreContext Open(IServiceProvider services, Action<DbContextOptionsBuilder> configure) =>
        new SqliteStoreContext(Options<SqliteStoreContext>(services, configure));
}

public sealed class PostgreSqlUpgradeTests(SharedPostgreSql server) : UpgradeTests
{
    private string _connection = "";

    /// <summary>Creates a new database, which is empty.</summary>
    protected override async Task ClearAsync() => _connection = await server.NewDatabaseAsync();

    private protected override void Use(PitchlyServerBuilder builder) => builder.UsePostgreSql(_connection);

    private protected override PitchlyStoreContext Open(IServiceProvider services, Action<DbContextOptionsBuilder> configure) =>
        new PostgreSqlStoreContext(Options<PostgreSqlStoreContext>(services, configure));
}
