using System.Globalization;
using CsvHelper;
using Pitchly.AspNetCore;
using Pitchly.Data;

namespace DealRoom.Server;

/// <summary>
/// Imports rows of a CSV file as upserts, some at a time. How far it came stands in a file beside, so that the next run goes on there; rows
/// that were written twice change nothing.
/// </summary>
internal sealed class DealImport(Deals deals)
{
    private const int RowsAtOnce = 16, RowsBetweenNotes = 500;

    /// <summary>Imports what is left of a file.</summary>
    /// <param name="installation">For whom.</param>
    /// <param name="path">The file; its columns are named like fields, and the first is the primary one.</param>
    /// <param name="progress">Hears of the rows that are done, and of all.</param>
    /// <param name="cancellationToken">A token to stop it; the next run goes on.</param>
    public async Task<int> RunAsync(
        PitchlyInstallation installation, string path, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var note = new ImportNote(path);
        var database = await deals.DatabaseAsync(installation, cancellationToken);
        var rows = Read(path, database);
        var key = database.GetPrimaryField().Id;
        var client = deals.Client(installation);
        var done = note.Read();
        progress(done, rows.Count);
        foreach (var chunk in rows.Skip(done).Chunk(RowsBetweenNotes))
        {
            await Parallel.ForEachAsync(
                chunk,
                new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellationToken },
                async (row, cancellationToken) => await client.UpsertRowAsync(database.Id, row, [key], cancellationToken));
            done += chunk.Length;
            note.Write(done);
            progress(done, rows.Count);
        }

        note.Delete();
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
