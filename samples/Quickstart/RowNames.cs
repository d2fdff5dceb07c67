using System.Globalization;
using Pitchly;
using Pitchly.Data;

namespace Quickstart;

/// <summary>Stores the fields of the database and the names of its rows, to print names and values.</summary>
internal sealed class RowNames
{
    private readonly Dictionary<RowId, string> _names = [];
    private IReadOnlyList<Field> _fields = [];

    public IReadOnlyList<string> Columns => [.. _fields.Select(one => one.Name)];

    public void Add(Database database, IEnumerable<Row> rows)
    {
        _fields = database.Fields;
        foreach (var row in rows)
        {
            _names[row.Id] = row.GetText(database.GetPrimaryField());
        }
    }

    public string Of(RowId id) => _names.GetValueOrDefault(id, id.Value);

    public IReadOnlyList<string> Cells(Row row) => [.. _fields.Select(one => Cell(row, one))];

    private static string Cell(Row row, Field field) => row.GetValue(field)?.Currency is { } currency
        ? string.Create(CultureInfo.InvariantCulture, $"{row.GetNumber(field):N0} {currency}")
        : row.GetText(field);
}
