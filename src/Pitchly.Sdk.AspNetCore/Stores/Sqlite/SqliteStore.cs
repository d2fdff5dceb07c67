using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Pitchly.AspNetCore.Stores.Sqlite;

/// <summary>A store in an SQLite file, for the nodes of one machine.</summary>
internal sealed class SqliteStore(IDbContextFactory<SqliteStoreContext> contexts) : EntityStore<SqliteStoreContext>(contexts)
{
    /// <summary>SQLITE_CONSTRAINT_PRIMARYKEY.</summary>
    private const int PrimaryKeyViolated = 1555;

    protected override string NowQuery => "SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS \"Value\"";

    protected override bool IsTaken(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: PrimaryKeyViolated };
}
