using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Pitchly.Emulator.Data;

/// <summary>The current content of the platform. Reads never wait for the data file.</summary>
internal sealed class Storage : IDisposable
{
    private const string StartName = "start", SourceName = "source", DatabasesName = "databases";

    private readonly TimeProvider _time;
    private readonly DataFile? _file;
    private readonly Dictionary<string, Table> _tables = [];
    private readonly Lock _writes = new();

    private Storage(Platform start, DataFile? file, TimeProvider time) => (InitialPlatform, _file, _time) = (start, file, time);

    /// <summary>Occurs when anything has changed.</summary>
    public event Action? Changed;

    /// <summary>Occurs when rows were inserted, changed or deleted. A deleted row has no values.</summary>
    public event Action<Database, IReadOnlyList<Row>>? RowsChanged;

    /// <summary>Occurs when a database was renamed or a field was added.</summary>
    public event Action<Database>? DatabaseChanged;

    /// <summary>Gets the initial content of the platform.</summary>
    public Platform InitialPlatform { get; }

    /// <summary>Opens the saved state of a data file, or creates the initial state.</summary>
    /// <param name="path">The path of the data file, or <see langword="null"/> to keep all data in memory.</param>
    /// <param name="source">The configuration that the platform is created from. The data file stores its hash. If it is
    /// <see langword="null"/>, the saved state is used as it is.</param>
    /// <param name="make">Creates the platform.</param>
    /// <param name="startsAnew">Whether to discard the saved state.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="EmulatorException">The data file can't be used, or was created from a different configuration.</exception>
    public static Storage Open(string? path, string? source, Func<Platform> make, bool startsAnew, TimeProvider time)
    {
        if (path is null)
        {
            var inMemory = new Storage(make(), null, time);
            inMemory.Fill();
            return inMemory;
        }

        var file = DataFile.Open(path);
        try
        {
            return Open(file, path, source, make, startsAnew, time);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Finds a database by its id in v1 or v2.</summary>
    public Database? Database(string? id) => id is null ? null
        : _tables.TryGetValue(id, out var table) ? table.Database
        : _tables.Values.Select(one => one.Database).FirstOrDefault(one => id == V2Ids.Table(one) || V2Ids.Is("tbl", id, one.Id));

    public IEnumerable<Database> Databases(string organizationId) =>
        _tables.Values.Select(table => table.Database).Where(database => database.OrganizationId == organizationId);

    public IReadOnlyList<Row> Rows(string databaseId) => _tables[databaseId].Rows;

    /// <summary>Returns the rows that have all of the given texts in the given fields.</summary>
    public IReadOnlyList<Row> Matching(string databaseId, IReadOnlyList<(string FieldId, string Text)> wanted) =>
        _tables[databaseId].Matching(wanted);

    /// <summary>Finds a row by its id in v1 or v2.</summary>
    public Row? Row(string databaseId, string rowId)
    {
        const string Prefix = "rec";
        var own = V2Ids.Own(rowId);
        return _tables[databaseId].Find(own)
            ?? (own.StartsWith(Prefix, StringComparison.Ordinal) ? _tables[databaseId].Find(own[Prefix.Length..]) : null);
    }

    public string Insert(Database database, IEnumerable<Col> cols)
    {
        var row = new Row(RandomId.Id(), Stamped(database, Ordered(database, cols), isNew: true));
        Put(database, row);
        return row.Id;
    }

    /// <summary>Changes only the given values. A write that changes nothing raises no event.</summary>
    /// <returns><see langword="true"/> if the row exists; otherwise, <see langword="false"/>.</returns>
    public bool Update(Database database, string rowId, IReadOnlyList<Col> cols)
    {
        lock (_writes)
        {
            if (_tables[database.Id].Find(rowId) is not { } row)
            {
                return false;
            }

            var changed = cols.Where(col => !JsonElement.DeepEquals(row.Value(col.FieldId), col.Value)).ToList();
            if (changed.Count > 0)
            {
                var kept = row.Cols.Where(col => changed.TrueForAll(other => other.FieldId != col.FieldId));
                Put(database, new Row(rowId, Stamped(database, Ordered(database, [.. kept, .. changed]), isNew: false)));
            }

            return true;
        }
    }

    public bool Delete(Database database, string rowId)
    {
        if (!_tables[database.Id].Remove(rowId))
        {
            return false;
        }

        _file?.Remove(rowId);
        RowsChanged?.Invoke(database, [new Row(rowId, [])]);
        Changed?.Invoke();
        return true;
    }

    /// <summary>Changes the name or the fields of a database.</summary>
    public void Change(Database database)
    {
        _tables[database.Id].Database = database;
        SaveDatabases();
        DatabaseChanged?.Invoke(database);
        Changed?.Invoke();
    }

    /// <summary>Restores the initial content.</summary>
    public void Reset()
    {
        Fill();
        Changed?.Invoke();
    }

    /// <summary>Saves additional state in the data file.</summary>
    public void Save<T>(string name, T value) => _file?.Save(name, value);

    /// <summary>Returns saved state, or <see langword="null"/> if there is none.</summary>
    public T? Load<T>(string name)
        where T : class => _file?.Load<T>(name);

    public void Dispose() => _file?.Dispose();

    private static Storage Open(DataFile file, string path, string? source, Func<Platform> make, bool startsAnew, TimeProvider time)
    {
        var hash = source is null ? null : Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source)));
        if (startsAnew || file.Load<Platform>(StartName) is not { } start)
        {
            file.Clear();
            var made = new Storage(make(), file, time);
            file.Save(StartName, made.InitialPlatform);
            file.Save(SourceName, hash ?? "");
            made.Fill();
            return made;
        }

        if (hash is not null && file.Load<string>(SourceName) != hash)
        {
            throw new EmulatorException(
                $"The data file '{path}' was created from another configuration. Specify --reset to create it again, or omit --config to "
                    + "use it unchanged.");
        }

        var opened = new Storage(start, file, time);
        var rows = file.Rows();
        foreach (var database in file.Load<List<Database>>(DatabasesName) ?? [])
        {
            opened._tables[database.Id] = new Table(database);
            opened._tables[database.Id].Fill(rows[database.Id]);
        }

        return opened;
    }

    private void Fill()
    {
        foreach (var database in InitialPlatform.Organizations.SelectMany(organization => organization.Databases))
        {
            var table = _tables[database.Id] = new Table(database with { Rows = [] });
            table.Fill(database.Rows.Select(row => row with { Cols = Stamped(database, row.Cols, isNew: true) }));
        }

        if (_file is not null)
        {
            _file.ClearRows();
            foreach (var (id, table) in _tables)
            {
                _file.Put(id, table.Rows);
            }

            SaveDatabases();
        }
    }

    private void SaveDatabases() => _file?.Save(DatabasesName, _tables.Values.Select(table => table.Database).ToList());

    private void Put(Database database, Row row)
    {
        lock (_writes)
        {
            _tables[database.Id].Put(row);
            _file?.Put(database.Id, row);
        }

        RowsChanged?.Invoke(database, [row]);
        Changed?.Invoke();
    }

    private static List<Col> Ordered(Database database, IEnumerable<Col> cols)
    {
        var given = cols.ToDictionary(col => col.FieldId);
        return [.. database.Fields.Where(field => given.ContainsKey(field.Id)).Select(field => given[field.Id])];
    }

    /// <summary>Adds the timestamps that the platform sets. Their format in Pitchly is not public.</summary>
    private IReadOnlyList<Col> Stamped(Database database, IReadOnlyList<Col> cols, bool isNew)
    {
        var stamped = database.Fields.Where(field => field.Type == FieldKind.UpdatedAt || (isNew && field.Type == FieldKind.CreatedAt))
            .ToList();
        if (stamped.Count == 0)
        {
            return cols;
        }

        var now = JsonSerializer.SerializeToElement(
            new { val = _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) });
        var others = cols.Where(col => isNew ? true : stamped.TrueForAll(field => field.Id != col.FieldId)).ToList();
        return Ordered(database, [.. others,
            .. stamped.Where(field => others.TrueForAll(col => col.FieldId != field.Id)).Select(field => new Col(field.Id, now))]);
    }
}
