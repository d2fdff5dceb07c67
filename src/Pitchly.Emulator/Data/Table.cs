namespace Pitchly.Emulator.Data;

/// <summary>The rows of one database, in their order. Readers get a list that no write changes.</summary>
internal sealed class Table(Database database)
{
    private readonly Lock _gate = new();
    private OrderedDictionary<string, Row> _rows = [];
    private IReadOnlyList<Row>? _shown;

    /// <summary>Gets or sets what the database is called, and its fields.</summary>
    public Database Database { get; set; } = database;

    public IReadOnlyList<Row> Rows
    {
        get
        {
            lock (_gate)
            {
                return _shown ??= [.. _rows.Values];
            }
        }
    }

    public Row? Find(string id)
    {
        lock (_gate)
        {
            return _rows.GetValueOrDefault(id);
        }
    }

    public void Put(Row row)
    {
        lock (_gate)
        {
            _rows[row.Id] = row;
            _shown = null;
        }
    }

    public bool Remove(string id)
    {
        lock (_gate)
        {
            _shown = null;
            return _rows.Remove(id);
        }
    }

    public void Fill(IEnumerable<Row> rows)
    {
        lock (_gate)
        {
            _rows = new OrderedDictionary<string, Row>(rows.Select(row => KeyValuePair.Create(row.Id, row)));
            _shown = null;
        }
    }
}
