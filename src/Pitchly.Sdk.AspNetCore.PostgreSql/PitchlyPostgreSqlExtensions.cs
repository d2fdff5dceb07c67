using Microsoft.EntityFrameworkCore;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.PostgreSql;
using Pitchly.AspNetCore.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures PostgreSQL as the store of an App's installations.</summary>
public static class PitchlyPostgreSqlExtensions
{
    /// <summary>
    /// The number of retries. A pool may hold connections that were lost while they were idle, which is detected at their next use.
    /// </summary>
    private const int Retries = 5;

    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Stores installations in a table of a PostgreSQL database, and uses advisory locks so that one node at a time refreshes. The table is
    /// created and migrated at first use.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string. Locks hold separate connections, so a connection pooler must use session
    /// pooling or be bypassed for them.</param>
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
