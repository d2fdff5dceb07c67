namespace Pitchly.Emulator.Data;

/// <summary>The ordered rows of one database. Readers get a snapshot that later writes do not change.</summary>
internal sealed class Table(Database database)
{
    private readonly Lock _gate = new();
    private OrderedDictionary<string, Row> _rows = [];
    private RowIndex _index = new();
    private IReadOnlyList<Row>? _shown;

    /// <summary>Gets or sets the database, with its current name and fields.</summary>
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

    /// <summary>Returns the rows that have all of the given texts in the given fields.</summary>
    public IReadOnlyList<Row> Matching(IReadOnlyList<(string FieldId, string Text)> wanted)
    {
        lock (_gate)
        {
            if (wanted.Count == 0)
            {
                return [.. _rows.Values];
            }

            return
            [
                .. _index.Find(wanted[0].FieldId, wanted[0].Text, _rows.Values)
                    .Select(id => _rows[id])
                    .Where(row => wanted.Skip(1).All(one => RowIndex.TextOf(row.Val(one.FieldId)) == one.Text)),
            ];
        }
    }

    public void Put(Row row)
    {
        lock (_gate)
        {
            Forget(row.Id);
            _index.Add(row);
            _rows[row.Id] = row;
            _shown = null;
        }
    }

    public bool Remove(string id)
    {
        lock (_gate)
        {
            _shown = null;
            Forget(id);
            return _rows.Remove(id);
        }
    }

    public void Fill(IEnumerable<Row> rows)
    {
        lock (_gate)
        {
            _rows = new OrderedDictionary<string, Row>(rows.Select(row => KeyValuePair.Create(row.Id, row)));
            _index = new RowIndex();
            _shown = null;
        }
    }

    private void Forget(string id)
    {
        if (_rows.TryGetValue(id, out var before))
        {
            _index.Remove(before);
        }
    }
}
