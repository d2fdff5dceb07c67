using Pitchly;
using Pitchly.Data;
using Pitchly.Json;

namespace DealRoom;

/// <summary>Reads deals out of Pitchly's rows, and writes them back.</summary>
internal sealed class DealBook(PitchlyDataClient data)
{
    private Database? _database;

    public async Task<IReadOnlyList<Deal>> LoadAsync(DatabaseId databaseId, Filter? filter, CancellationToken cancellationToken)
    {
        _database ??= await data.GetDatabaseAsync(databaseId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no database {databaseId}.");
        return [.. (await data.GetRowsAsync(databaseId, filter, cancellationToken)).Select(Read)];
    }

    public async Task SaveAsync(DatabaseId databaseId, Deal deal, CancellationToken cancellationToken)
    {
        var row = new RowInput
        {
            Cols =
            [
                new Col { FieldId = Field("Stage"), Value = new FieldValue { Val = JsonText.FromString(deal.Stage) } },
                new Col { FieldId = Field("Amount"), Value = new FieldValue { Val = JsonText.FromNumber(deal.Amount), Currency = deal.Currency } },
            ],
        };
        await data.UpdateRowAsync(databaseId, deal.Id, row, cancellationToken);
    }

    private Deal Read(Row row) => new(
        row.Id, Text(row, "Name"), Text(row, "Client"), Text(row, "Stage"), Value(row, "Amount")?.Val.AsNumber() ?? 0, Value(row, "Amount")?.Currency ?? "USD", Text(row, "Closes"));

    private string Text(Row row, string field) => Value(row, field)?.Val.AsString() ?? "";

    private FieldValue? Value(Row row, string field) => row.Cols.FirstOrDefault(col => col.FieldId == Field(field))?.Value;

    private FieldId Field(string name) => _database!.Fields.FirstOrDefault(field => field.Name == name)?.Id
        ?? throw new InvalidOperationException($"The database '{_database.Name}' has no field '{name}'. Open the Deal Room beside a table of deals.");
}
