using Pitchly;
using Pitchly.Data;
using Pitchly.Subscriptions;

namespace DealRoom;

/// <summary>Reads deals from Pitchly's rows, and writes them back.</summary>
internal sealed class DealBook(PitchlyDataClient data)
{
    private Database? _database;

    public async Task<IReadOnlyList<Deal>> LoadAsync(DatabaseId databaseId, Filter? filter, CancellationToken cancellationToken)
    {
        var database = _database ??= await data.GetDatabaseAsync(databaseId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no database {databaseId}.");
        return [.. (await data.GetRowsAsync(databaseId, filter, cancellationToken)).Select(row => Read(database, row))];
    }

    /// <summary>Returns an event for each change of the rows, and whenever a change may have been missed.</summary>
    public IAsyncEnumerable<SubscriptionEvent<IReadOnlyList<Row>>> FollowAsync(
        DatabaseId databaseId, CancellationToken cancellationToken) =>
        data.RowsChangedAsync(databaseId, cancellationToken);

    public Task SaveAsync(DatabaseId databaseId, Deal deal, CancellationToken cancellationToken) => data.UpdateRowAsync(
        databaseId,
        deal.Id,
        RowInput.Empty.With(_database!.GetField("Stage"), deal.Stage).With(_database.GetField("Amount"), deal.Amount, deal.Currency),
        cancellationToken).AsTask();

    private static Deal Read(Database database, Row row)
    {
        var amount = database.GetField("Amount");
        var currency = row.GetValue(amount)?.Currency ?? "USD";
        return new Deal(row.Id, Text("Name"), Text("Client"), Text("Stage"), row.GetNumber(amount) ?? 0, currency, Text("Closes"));

        string Text(string field) => row.GetText(database.GetField(field));
    }
}
