using Microsoft.EntityFrameworkCore;

namespace Pitchly.AspNetCore.Stores;

/// <summary>The context of a relational store, with its only table. Each database has its own context with its migrations.</summary>
public abstract class PitchlyStoreContext : DbContext
{
    /// <summary>
    /// The name of the table that records which migrations have run. It is separate from the one of an App's own contexts.
    /// </summary>
    public const string MigrationsTable = "pitchly_migrations";

    /// <summary>Creates a context.</summary>
    /// <param name="options">The options of the context.</param>
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
