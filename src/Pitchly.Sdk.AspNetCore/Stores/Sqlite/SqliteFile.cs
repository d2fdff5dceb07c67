using Microsoft.Data.Sqlite;

namespace Pitchly.AspNetCore.Stores.Sqlite;

/// <summary>The file of an SQLite store, which is made for its owner alone.</summary>
internal sealed class SqliteFile(string path)
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Gets its full path.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>Gets the connection string. Writers wait for one another as long as a caller would.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = FullPath, DefaultTimeout = 30 }.ToString();

    /// <summary>Makes it if it is not there.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath)!);
        using var file = Open(FullPath, FileShare.ReadWrite);
    }

    /// <summary>Opens a file of this store, which is made for its owner alone.</summary>
    public static FileStream Open(string fullPath, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerAlone;
        }

        return new FileStream(fullPath, options);
    }
}
