using Microsoft.EntityFrameworkCore;

namespace Pitchly.AspNetCore.Stores.Sqlite;

/// <summary>The table in SQLite.</summary>
internal sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : PitchlyStoreContext(options);
