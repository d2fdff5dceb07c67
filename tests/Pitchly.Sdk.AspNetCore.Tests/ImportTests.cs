using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.Data;

namespace Pitchly.AspNetCore.Tests;

/// <summary>Tests that the sample's import command can be killed and started again.</summary>
[Trait("Speed", "Slow")]
public sealed class ImportTests
{
    /// <summary>
    /// The environment variable that overrides the number of rows. 100000 rows, for example, take about half a minute.
    /// </summary>
    private const string RowsVariable = "PITCHLY_IMPORT_ROWS";

    private static readonly int _rows =
        Environment.GetEnvironmentVariable(RowsVariable) is { } rows ? int.Parse(rows, CultureInfo.InvariantCulture) : 3000;

    private static readonly string _path =
        typeof(ImportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "DealRoom").Value!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_import_resumes_and_writes_each_row_once()
    {
        var folder = Directory.CreateTempSubdirectory("pitchly-import-");
        await using var platform = await Platform.StartAsync();
        var (store, csv) = (Path.Combine(folder.FullName, "store.db"), Path.Combine(folder.FullName, "deals.csv"));
        await using var node = new InProcessNode(platform, server => server.UseSqlite(store));
        await platform.KeepAllAsync(node.Installations);
        await File.WriteAllLinesAsync(csv, ["Name", .. Enumerable.Range(0, _rows).Select(index => $"Deal {index}")], Cancellation);

        using (var first = Start(platform, store, csv))
        {
            while (!File.Exists(csv + ".imported") && !first.HasExited)
            {
                await Task.Delay(20, Cancellation);
            }

            first.Kill();
            await first.WaitForExitAsync(Cancellation);
        }

        Assert.InRange(int.Parse(await File.ReadAllTextAsync(csv + ".imported", Cancellation)), 1, _rows - 1);
        using var second = Start(platform, store, csv);
        var output = await second.StandardOutput.ReadToEndAsync(Cancellation);
        await second.WaitForExitAsync(Cancellation);

        Assert.Contains($"{_rows} rows", output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        using var http = new LongTimeoutHttpClient { BaseAddress = platform.Emulator.Origin };
        var data = new PitchlyDataClient(http, node.Installations.GetTokens(platform.Installations[0]));
        Assert.Equal(_rows, await data.CountRowsAsync(new DatabaseId("db0"), cancellationToken: Cancellation));
        folder.Delete(recursive: true);
    }

    private static Process Start(Platform platform, string store, string csv)
    {
        var start = new ProcessStartInfo("dotnet", [_path, "import", csv]) { RedirectStandardOutput = true };
        foreach (var (key, value) in platform.Settings())
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ConnectionStrings__Store"] = store;
        return Process.Start(start)!;
    }
}
