using System.Collections.Concurrent;
using System.Globalization;
using Medallion.Threading.Postgres;
using Npgsql;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.PostgreSql;

/// <summary>
/// Advisory locks, each held by a transaction. PostgreSQL ends a transaction that is idle for longer than the lease, so that a stalled node
/// loses its lock, as a stopped node does.
/// </summary>
internal sealed class AdvisoryLock(string connectionString) : IPitchlyLock, IAsyncDisposable
{
    private readonly ConcurrentDictionary<TimeSpan, NpgsqlDataSource> _sources = new();

    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken)
    {
        var name = new PostgresAdvisoryLockKey("pitchly:" + key, allowHashing: true);
        var source = _sources.GetOrAdd(lease, Open);
        return await new PostgresDistributedLock(name, source, static options => options.UseTransaction())
            .TryAcquireAsync(wait, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private NpgsqlDataSource Open(TimeSpan lease)
    {
        var milliseconds = lease.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
        var settings = new NpgsqlConnectionStringBuilder(connectionString);

        // Refreshes are rare, and a pooled connection may have been lost while it was idle.
        settings.Pooling = false;
        settings.Options = $"{settings.Options} -c idle_in_transaction_session_timeout={milliseconds}".Trim();
        return NpgsqlDataSource.Create(settings);
    }
}
