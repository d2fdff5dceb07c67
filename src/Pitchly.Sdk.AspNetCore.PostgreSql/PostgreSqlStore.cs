using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.PostgreSql;

/// <summary>A store in PostgreSQL. Its time is the database server's time.</summary>
internal sealed class PostgreSqlStore(IDbContextFactory<PostgreSqlStoreContext> contexts) : EntityStore<PostgreSqlStoreContext>(contexts)
{
    protected override string NowQuery => "SELECT now() AS \"Value\"";

    protected override bool IsTaken(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
