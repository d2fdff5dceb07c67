using Microsoft.EntityFrameworkCore;

namespace Pitchly.AspNetCore.Stores;

/// <summary>The one table of a relational store. Each database has a context of its own, with its migrations.</summary>
public abstract class PitchlyStoreContext : DbContext
{
    /// <summary>The table that tells which migrations have run; it is apart from that of an App's own contexts.</summary>
    public const string MigrationsTable = "pitchly_migrations";

    /// <summary>Creates a context.</summary>
    /// <param name="options">The database.</param>
    protected PitchlyStoreContext(DbContextOptions options)
        : base(options)
    {
    }

    internal DbSet<StoredRow> Rows => Set<StoredRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<StoredRow>(row =>
        {
            row.ToTable("pitchly_store").HasKey(one => one.Key);
            row.Property(one => one.Key).HasColumnName("key").HasMaxLength(500);
            row.Property(one => one.Version).HasColumnName("version");
            row.Property(one => one.Text).HasColumnName("text");
        });
    }
}
