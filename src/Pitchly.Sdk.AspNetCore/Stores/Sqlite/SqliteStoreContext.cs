using Microsoft.EntityFrameworkCore;

namespace Pitchly.AspNetCore.Stores.Sqlite;

/// <summary>The context of the SQLite store.</summary>
internal sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : PitchlyStoreContext(options);
