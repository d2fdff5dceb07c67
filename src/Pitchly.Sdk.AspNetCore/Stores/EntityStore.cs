using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Pitchly.AspNetCore.Stores;

/// <summary>A store in a relational database, based on Entity Framework Core. Its table is created and migrated at first use.</summary>
/// <typeparam name="TContext">The context with the database's migrations.</typeparam>
public abstract class EntityStore<TContext> : IPitchlyStore, IDisposable
    where TContext : PitchlyStoreContext
{
    private readonly IDbContextFactory<TContext> _contexts;
    private readonly SemaphoreSlim _migrating = new(1);
    private volatile bool _isMigrated;

    /// <summary>Creates a store.</summary>
    /// <param name="contexts">The factory of the contexts.</param>
    protected EntityStore(IDbContextFactory<TContext> contexts) => _contexts = contexts;

    /// <inheritdoc/>
    public async ValueTask<StoredText> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var context = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            // UtcNow is part of the query, so it is the database's time.
            var found = await context.Rows.AsNoTracking().Where(row => row.Key == key)
                .Select(row => new { row.Text, row.Version, Now = DateTime.UtcNow })
                .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return found is null
                ? new StoredText(null, StoredText.NoVersion, Utc(await NowAsync(context, cancellationToken).ConfigureAwait(false)))
                : new StoredText(found.Text, found.Version, Utc(found.Now));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(string key, string? text, long version, CancellationToken cancellationToken)
    {
        var context = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var replaced = context.Rows.Where(row => row.Key == key && row.Version == version);
            return text is null ? await replaced.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0
                : version == StoredText.NoVersion ? await TryAddAsync(context, key, text, cancellationToken).ConfigureAwait(false)
                : await replaced.ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.Text, text).SetProperty(one => one.Version, version + 1),
                    cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var context = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var texts = context.Rows.AsNoTracking().Where(row => row.Key.StartsWith(prefix)).OrderBy(row => row.Key).Select(row =>
                row.Text);
            await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return text;
            }
        }
    }

    /// <summary>Disposes the lock for migrations.</summary>
    public void Dispose()
    {
        _migrating.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets the query for the database's time in UTC, as one column named <c>Value</c>.</summary>
    protected abstract string NowQuery { get; }

    /// <summary>Returns whether an insert failed because the key already exists.</summary>
    /// <param name="failure">The exception of the insert.</param>
    protected abstract bool IsTaken(DbException failure);

    private Task<DateTime> NowAsync(TContext context, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<DateTime>(NowQuery).SingleAsync(cancellationToken);

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private async Task<bool> TryAddAsync(TContext context, string key, string text, CancellationToken cancellationToken)
    {
        context.Rows.Add(new StoredRow { Key = key, Version = StoredText.NoVersion + 1, Text = text });
        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is DbException inner && IsTaken(inner))
        {
            return false;
        }
    }

    private async Task<TContext> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_isMigrated)
        {
            await MigrateAsync(cancellationToken).ConfigureAwait(false);
        }

        return await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var context = await _contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            await using (context.ConfigureAwait(false))
            {
                await context.Database.CreateExecutionStrategy().ExecuteAsync(
                    context.Database, MigrateAsync, cancellationToken).ConfigureAwait(false);
            }

            _isMigrated = true;
        }
        finally
        {
            _migrating.Release();
        }
    }

    private static async Task MigrateAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if ((await database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
        {
            await database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
