using System.Globalization;
using Pitchly;
using Pitchly.Data;
using Pitchly.Json;

namespace Quickstart;

/// <summary>Knows the fields of the database, and so what a row is called and what stands in it.</summary>
internal sealed class RowNames
{
    private readonly Dictionary<RowId, string> _names = [];
    private IReadOnlyList<Field> _fields = [];

    public IReadOnlyList<string> Columns => [.. _fields.Select(one => one.Name)];

    private Field Primary => _fields.First(one => one.Primary == true);

    public void Learn(Database database, IEnumerable<Row> rows)
    {
        _fields = database.Fields;
        foreach (var row in rows)
        {
            _names[row.Id] = Cell(row, Primary);
        }
    }

    public FieldId Field(string name) => _fields.First(one => one.Name == name).Id;

    public string Of(RowId id) => _names.GetValueOrDefault(id, id.Value);

    public IReadOnlyList<string> Cells(Row row) => [.. _fields.Select(one => Cell(row, one))];

    public static Col Col(FieldId field, JsonText val, string? currency = null) =>
        new() { FieldId = field, Value = new FieldValue { Val = val, Currency = currency } };

    private static string Cell(Row row, Field field) => row.Cols.FirstOrDefault(col => col.FieldId == field.Id)?.Value switch
    {
        { Currency: { } currency } amount => string.Create(CultureInfo.InvariantCulture, $"{amount.Val.AsNumber():N0} {currency}"),
        { } value => value.Val.AsString() ?? value.Val.ToString(),
        null => "",
    };
}
