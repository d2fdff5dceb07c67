using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.AspNetCore.Stores;
using Pitchly.AspNetCore.Stores.Sqlite;

namespace Pitchly.AspNetCore.Tests.Stores;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SqliteStoreTests : StoreContractTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-store-");

    private string File => Path.Combine(_folder.FullName, "data", "pitchly.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Database_file_is_private_to_its_owner()
    {
        await Store().ReadAsync("a", Cancellation);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public async Task Migrations_create_the_current_model_and_keep_the_data()
    {
        await Store().TryWriteAsync("a", "1", StoredText.NoVersion, Cancellation);
        await using var context = new SqliteStoreContext(
            new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite(new SqliteFile(File).ConnectionString).Options);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal("1", (await Store().ReadAsync("a", Cancellation)).Text);
    }

    private protected override void Use(PitchlyServerBuilder builder) => builder.UseSqlite(File);
}
