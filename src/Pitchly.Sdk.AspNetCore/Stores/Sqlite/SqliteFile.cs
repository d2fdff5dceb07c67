using Microsoft.Data.Sqlite;

namespace Pitchly.AspNetCore.Stores.Sqlite;

/// <summary>The file of an SQLite store. Only its owner can access it.</summary>
internal sealed class SqliteFile(string path)
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Gets the full path of the file.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>Gets the connection string. Writers wait for each other as long as a caller waits by default: 30 seconds.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = FullPath, DefaultTimeout = 30 }.ToString();

    /// <summary>Creates the file if it does not exist.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath)!);
        using var file = Open(FullPath, FileShare.ReadWrite);
    }

    /// <summary>Opens a file of this store. If it does not exist, it is created with access for its owner only.</summary>
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
