using System.Diagnostics;
using System.Globalization;

namespace Pitchly.Sdk.Benchmarks.Generator;

/// <summary>Compares the generator's time on a document with the Kiota tool's time on the same document, in the same run.</summary>
internal static class KiotaTime
{
    /// <summary>Prints the ratio of a first run, which includes the JIT compilation of the generator, to the tool's process.</summary>
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
