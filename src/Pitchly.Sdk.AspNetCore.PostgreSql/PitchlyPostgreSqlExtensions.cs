using Microsoft.EntityFrameworkCore;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.PostgreSql;
using Pitchly.AspNetCore.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the installations of an App in PostgreSQL.</summary>
public static class PitchlyPostgreSqlExtensions
{
    /// <summary>A pool may hold connections that were lost while they were idle, of which the first use tells.</summary>
    private const int Retries = 5;

    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Keeps installations in a table of a PostgreSQL database, and lets one node at a time refresh by advisory locks. The table is made,
    /// and brought up to date, at the first use.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">
    /// The database. Locks need connections of their own, so a pooler between has to pool by sessions or leave them alone.
    /// </param>
    public static PitchlyServerBuilder UsePostgreSql(this PitchlyServerBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        builder.Services.AddPooledDbContextFactory<PostgreSqlStoreContext>(options => options.UseNpgsql(
            connectionString,
            postgres => postgres.MigrationsHistoryTable(PitchlyStoreContext.MigrationsTable)
                .EnableRetryOnFailure(Retries, _longestPause, errorCodesToAdd: null)));
        return builder.UseStore(
            static provider => ActivatorUtilities.CreateInstance<PostgreSqlStore>(provider), _ => new AdvisoryLock(connectionString));
    }
}
