using Microsoft.EntityFrameworkCore;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.PostgreSql;

/// <summary>The table in PostgreSQL.</summary>
internal sealed class PostgreSqlStoreContext(DbContextOptions<PostgreSqlStoreContext> options) : PitchlyStoreContext(options);
