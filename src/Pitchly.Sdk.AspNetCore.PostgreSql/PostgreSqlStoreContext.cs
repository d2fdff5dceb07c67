using Microsoft.EntityFrameworkCore;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.PostgreSql;

/// <summary>The context of the PostgreSQL store.</summary>
internal sealed class PostgreSqlStoreContext(DbContextOptions<PostgreSqlStoreContext> options) : PitchlyStoreContext(options);
