using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pitchly.Emulator.Data;

/// <summary>The organization's data in SQLite, in memory or in a file. One connection, one caller at a time.</summary>
internal sealed class Storage : IDisposable
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS organizations (id TEXT PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS databases (id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS fields (
            id TEXT PRIMARY KEY, databaseId TEXT NOT NULL REFERENCES databases (id), name TEXT NOT NULL, type TEXT NOT NULL,
            isPrimary INTEGER NOT NULL, position INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS rows (
            position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, databaseId TEXT NOT NULL REFERENCES databases (id));
        CREATE TABLE IF NOT EXISTS cols (
            rowId TEXT NOT NULL REFERENCES rows (id) ON DELETE CASCADE, fieldId TEXT NOT NULL REFERENCES fields (id), value TEXT NOT NULL,
            PRIMARY KEY (rowId, fieldId));
        """;

    /// <summary>Hears of each change of the rows.</summary>
    public event Action? Changed;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    private Storage(SqliteConnection connection) => _connection = connection;

    /// <summary>The organization that owns the data.</summary>
    public string OrganizationId { get; private set; } = "";

    /// <summary>Opens the data; a new one is seeded.</summary>
    /// <exception cref="EmulatorException">The file can't be used.</exception>
    public static Storage Open(string? path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path ?? ":memory:",
            ForeignKeys = true,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(Tables);
            var storage = new Storage(connection);
            storage.OrganizationId = connection.QueryFirstOrDefault<string>("SELECT id FROM organizations") ?? storage.Seed();
            return storage;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new EmulatorException($"The data file '{path}' can't be used: {error.Message} Give another with --data, or leave it out to keep the data in memory.", error);
        }
    }

    public IReadOnlyList<Database> Databases()
    {
        lock (_gate)
        {
            var fields = _connection.Query<(string DatabaseId, string Id, string Name, string Type, bool IsPrimary)>(
                "SELECT databaseId, id, name, type, isPrimary FROM fields ORDER BY position").ToLookup(field => field.DatabaseId);
            return _connection.Query<(string Id, string Name)>("SELECT id, name FROM databases ORDER BY position")
                .Select(row => new Database(row.Id, row.Name, [.. fields[row.Id].Select(field => new Field(field.Id, field.Name, field.Type, field.IsPrimary))]))
                .ToList();
        }
    }

    public Database? Database(string id) => Databases().FirstOrDefault(database => database.Id == id);

    public IReadOnlyList<Row> Rows(string databaseId)
    {
        lock (_gate)
        {
            var cols = _connection.Query<(string RowId, string FieldId, string Value)>(
                "SELECT rowId, fieldId, value FROM cols JOIN rows ON rows.id = rowId JOIN fields ON fields.id = fieldId WHERE rows.databaseId = @databaseId ORDER BY fields.position",
                new { databaseId }).ToLookup(col => col.RowId);
            return _connection.Query<string>("SELECT id FROM rows WHERE databaseId = @databaseId ORDER BY position", new { databaseId })
                .Select(id => new Row(id, [.. cols[id].Select(col => new Col(col.FieldId, JsonElement.Parse(col.Value)))]))
                .ToList();
        }
    }

    public string Insert(string databaseId, IEnumerable<Col> cols)
    {
        var id = RandomId.Id();
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            _connection.Execute("INSERT INTO rows (id, databaseId) VALUES (@id, @databaseId)", new { id, databaseId }, transaction);
            Write(id, cols, transaction);
            transaction.Commit();
        }

        Changed?.Invoke();
        return id;
    }

    /// <summary>Changes the given values alone; false where there is no such row.</summary>
    public bool Update(string databaseId, string rowId, IEnumerable<Col> cols)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            if (_connection.ExecuteScalar<int>("SELECT COUNT(*) FROM rows WHERE id = @rowId AND databaseId = @databaseId", new { rowId, databaseId }, transaction) == 0)
            {
                return false;
            }

            Write(rowId, cols, transaction);
            transaction.Commit();
        }

        Changed?.Invoke();
        return true;
    }

    public bool Delete(string databaseId, string rowId)
    {
        int deleted;
        lock (_gate)
        {
            deleted = _connection.Execute("DELETE FROM rows WHERE id = @rowId AND databaseId = @databaseId", new { rowId, databaseId });
        }

        Changed?.Invoke();
        return deleted > 0;
    }

    public void Dispose() => _connection.Dispose();

    private string Seed()
    {
        var organizationId = RandomId.Id();
        _connection.Execute("INSERT INTO organizations (id) VALUES (@organizationId)", new { organizationId });
        var position = 0;
        foreach (var table in SeedData.Tables)
        {
            var databaseId = RandomId.Id();
            _connection.Execute("INSERT INTO databases VALUES (@databaseId, @Name, @position)", new { databaseId, table.Name, position = position++ });
            var fields = table.Fields.Select((field, index) => (Id: RandomId.Id(), Field: field, Index: index)).ToList();
            foreach (var (id, field, index) in fields)
            {
                _connection.Execute(
                    "INSERT INTO fields VALUES (@id, @databaseId, @Name, @Type, @isPrimary, @index)",
                    new { id, databaseId, field.Name, field.Type, isPrimary = index == 0, index });
            }

            foreach (var row in table.Rows)
            {
                Insert(databaseId, fields.Zip(row, (field, value) => new Col(field.Id, value)));
            }
        }

        return organizationId;
    }

    private void Write(string rowId, IEnumerable<Col> cols, SqliteTransaction transaction)
    {
        foreach (var col in cols)
        {
            _connection.Execute(
                "INSERT INTO cols VALUES (@rowId, @FieldId, @value) ON CONFLICT (rowId, fieldId) DO UPDATE SET value = excluded.value",
                new { rowId, col.FieldId, value = col.Value.GetRawText() },
                transaction);
        }
    }
}
