using System.Globalization;
using CsvHelper;
using Pitchly.AspNetCore;
using Pitchly.Data;

namespace DealRoom.Server;

/// <summary>
/// Imports the rows of a CSV file as parallel upserts. The progress is saved in a file next to it, so that the next run continues from
/// there. Rows that are written twice do not change anything.
/// </summary>
internal sealed class DealImport(Deals deals)
{
    private const int RowsAtOnce = 16, RowsPerCheckpoint = 500;

    /// <summary>Imports the remaining rows of a file.</summary>
    /// <param name="installation">The installation to import into.</param>
    /// <param name="path">The CSV file. Its columns have the names of fields.</param>
    /// <param name="progress">Called with the number of imported rows and the total number of rows.</param>
    /// <param name="cancellationToken">A token to cancel the import. The next run continues it.</param>
    public async Task<int> RunAsync(
        PitchlyInstallation installation, string path, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var checkpoint = new ImportCheckpoint(path);
        var database = await deals.DatabaseAsync(installation, cancellationToken);
        var rows = Read(path, database);
        var key = database.GetPrimaryField().Id;
        var client = deals.Client(installation);
        var done = checkpoint.Read();
        progress(done, rows.Count);
        foreach (var chunk in rows.Skip(done).Chunk(RowsPerCheckpoint))
        {
            await Parallel.ForEachAsync(
                chunk,
                new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellationToken },
                async (row, cancellationToken) => await client.UpsertRowAsync(database.Id, row, [key], cancellationToken));
            done += chunk.Length;
            checkpoint.Write(done);
            progress(done, rows.Count);
        }

        checkpoint.Delete();
        return done;
    }

    private static List<RowInput> Read(string path, Database database)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var fields = csv.HeaderRecord!.Select(name => (Name: name, Field: database.GetField(name))).ToList();
        var rows = new List<RowInput>();
        while (csv.Read())
        {
            rows.Add(fields.Aggregate(RowInput.Empty, (row, field) => With(row, field.Field, csv.GetField(field.Name)!)));
        }

        return rows;
    }

    private static RowInput With(RowInput row, Field field, string text) =>
        field.Type.Value is "currency" ? row.With(field, double.Parse(text, CultureInfo.InvariantCulture), "USD") : row.With(field, text);
}
