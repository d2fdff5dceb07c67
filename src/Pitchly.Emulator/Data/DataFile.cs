using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pitchly.Emulator.Data;

/// <summary>The SQLite file that stores all state across restarts. Only its owner can read it, because it contains secrets.</summary>
internal sealed class DataFile : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    private const string Tables = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS tableRows (
            position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, databaseId TEXT NOT NULL, cols TEXT NOT NULL);
        """;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private DataFile(SqliteConnection connection) => _connection = connection;

    /// <exception cref="EmulatorException">The file can't be used.</exception>
    public static DataFile Open(string path)
    {
        SqliteConnection? connection = null;
        try
        {
            CreateForOwner(path);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            connection.Open();
            if (connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'organizations'") > 0)
            {
                throw new EmulatorException(
                    $"The data file '{path}' was created by an earlier version. Delete it, or specify another with --data.");
            }

            connection.Execute(Tables);
            return new DataFile(connection);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw new EmulatorException(
                $"The data file '{path}' can't be used: {error.Message} Specify another with --data, or omit --data to keep the data "
                    + "in memory.",
                error);
        }
        catch (EmulatorException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Returns a part of the state, or <see langword="null"/> if it was never saved.</summary>
    public T? Load<T>(string name)
        where T : class
    {
        lock (_gate)
        {
            return _connection.QueryFirstOrDefault<string>("SELECT value FROM state WHERE name = @name", new { name }) is { } json
                ? JsonSerializer.Deserialize<T>(json)
                : null;
        }
    }

    public void Save<T>(string name, T value)
    {
        lock (_gate)
        {
            _connection.Execute(
                "INSERT OR REPLACE INTO state VALUES (@name, @value)", new { name, value = JsonSerializer.Serialize(value) });
        }
    }

    public ILookup<string, Row> Rows()
    {
        lock (_gate)
        {
            return _connection.Query<(string Id, string DatabaseId, string Cols)>(
                "SELECT id, databaseId, cols FROM tableRows ORDER BY position")
                .ToLookup(row => row.DatabaseId, row => new Row(row.Id, JsonSerializer.Deserialize<List<Col>>(row.Cols)!));
        }
    }

    public void Put(string databaseId, params IEnumerable<Row> rows)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var row in rows)
            {
                _connection.Execute(
                    "INSERT INTO tableRows (id, databaseId, cols) VALUES (@Id, @databaseId, @cols) "
                        + "ON CONFLICT (id) DO UPDATE SET cols = excluded.cols",
                    new { row.Id, databaseId, cols = JsonSerializer.Serialize(row.Cols) },
                    transaction);
            }

            transaction.Commit();
        }
    }

    public void Remove(string rowId)
    {
        lock (_gate)
        {
            _connection.Execute("DELETE FROM tableRows WHERE id = @rowId", new { rowId });
        }
    }

    public void Clear()
    {
        ClearRows();
        lock (_gate)
        {
            _connection.Execute("DELETE FROM state");
        }
    }

    public void ClearRows()
    {
        lock (_gate)
        {
            _connection.Execute("DELETE FROM tableRows");
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Creates the file with access for its owner only. SQLite creates the files next to a database with the same mode.</summary>
    private static void CreateForOwner(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnersFolder);
        }

        using var file = new FileStream(
            path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, UnixCreateMode = OwnersFile });
        File.SetUnixFileMode(path, OwnersFile);
    }
}
