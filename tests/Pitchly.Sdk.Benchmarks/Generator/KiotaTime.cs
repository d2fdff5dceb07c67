using System.Diagnostics;
using System.Globalization;

namespace Pitchly.Sdk.Benchmarks.Generator;

/// <summary>The generator's time on a document against that of the Kiota tool on the same one, in the same run.</summary>
internal static class KiotaTime
{
    /// <summary>Prints the ratio of a first run, which compiles the generator's own code too, to the tool's process.</summary>
    public static void Run(int operations) => Console.WriteLine(Ratio(operations).ToString("0.0000", CultureInfo.InvariantCulture));

    /// <summary>Returns the ratio of one run to the tool's process.</summary>
    public static double Ratio(int operations)
    {
        var folder = Directory.CreateTempSubdirectory("kiota-time");
        try
        {
            var document = LargeSchema.OpenApi(operations, 2 * operations);
            var file = Path.Combine(folder.FullName, "large.openapi.json");
            File.WriteAllText(file, document);
            var start = Stopwatch.GetTimestamp();
            OpenApiBenchmarks.Generate(document);
            return Stopwatch.GetElapsedTime(start) / KiotaTool.Generate(file, Path.Combine(folder.FullName, "code"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
