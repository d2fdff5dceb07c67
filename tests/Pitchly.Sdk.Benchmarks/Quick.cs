using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Pitchly.Sdk.Benchmarks.Analyzers;
using Pitchly.Sdk.Benchmarks.Calls;
using Pitchly.Sdk.Benchmarks.Emulator;
using Pitchly.Sdk.Benchmarks.Generator;
using Pitchly.Sdk.Benchmarks.Messages;
using Pitchly.Sdk.Benchmarks.Native;
using Pitchly.Sdk.Benchmarks.Rows;
using Pitchly.Sdk.Benchmarks.Tokens;

namespace Pitchly.Sdk.Benchmarks;

/// <summary>Measures every ratio of README.md, each with its bound, in a few minutes.</summary>
internal static class Quick
{
    private static readonly ManualConfig Config = ManualConfig.CreateEmpty()
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(NullLogger.Instance)
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(4)
            .WithIterationCount(7)
            .WithIterationTime(TimeInterval.FromMilliseconds(125)));

    /// <summary>Prints the ratios.</summary>
    /// <returns>1 if a ratio exceeds its bound or could not be measured; otherwise, 0.</returns>
    public static int Run()
    {
        var isWorse = false;
        foreach (var ratio in Measure())
        {
            Console.WriteLine(ratio);
            isWorse |= ratio.IsWorse;
        }

        return isWorse ? 1 : 0;
    }

    /// <summary>Measures the code that runs inside the compiler.</summary>
    public static IEnumerable<Ratio> MeasureGenerator() => Generator().Concat(OpenApi());

    private static IEnumerable<Ratio> Measure()
    {
        foreach (var ratio in Rows().Concat(Calls())
            .Concat(Messages())
            .Concat(Tokens())
            .Concat(Emulator())
            .Concat(CompilerProcess.Measure()))
        {
            yield return ratio;
        }

        yield return new Ratio("analyzer: own time, of SonarAnalyzer's S2068", AnalyzerTime.RatioToSonar(), 0.5);
        yield return new Ratio("analyzer: added to a compilation of 20,000 lines", CompileCost.Of(20_000, pairs: 6, copies: 8), 0.02);
        foreach (var ratio in NativeClient.Compare())
        {
            yield return ratio;
        }
    }

    private static IEnumerable<Ratio> Rows()
    {
        var results = new Results(BenchmarkRunner.Run<RowBenchmarks>(Config));
        foreach (var bytes in (int[])[1_000, 50_000])
        {
            yield return results.Time(
                $"rows of {bytes} bytes: reader, of System.Text.Json", "ReadEmitted", "ReadSourceGenerated", 0.5, bytes);
            yield return results.Bytes(
                $"rows of {bytes} bytes: reader, of System.Text.Json", "ReadEmitted", "ReadSourceGenerated", 1, bytes);
            yield return results.Time(
                $"rows of {bytes} bytes: writer, of System.Text.Json", "WriteEmitted", "WriteSourceGenerated", 1, bytes);
            yield return results.Bytes(
                $"rows of {bytes} bytes: writer, of System.Text.Json", "WriteEmitted", "WriteSourceGenerated", 1, bytes);
        }
    }

    private static IEnumerable<Ratio> Calls()
    {
        var results = new Results(BenchmarkRunner.Run<CallBenchmarks>(Config));
        foreach (var (rows, bytes) in ((int, double)[])[(1, 1.15), (500, 1.02)])
        {
            var call = $"call with {rows} rows, of ";
            yield return results.Time(call + "one written by hand", "Generated", "HandWritten", 1.1, rows);
            yield return results.Bytes(call + "one written by hand", "Generated", "HandWritten", bytes, rows);
            foreach (var peer in (string[])["Refit", "NSwag", "Kiota"])
            {
                yield return results.Time(call + peer, "Generated", peer, 1, rows);
                yield return results.Bytes(call + peer, "Generated", peer, 1, rows);
            }
        }
    }

    private static IEnumerable<Ratio> Messages()
    {
        // The timing of messages between threads differs from run to run, so use the median of three runs.
        var runs = Enumerable.Range(0, 3).Select(_ => new Results(BenchmarkRunner.Run<MessageBenchmarks>(Config))).ToList();
        foreach (var (ids, signalR) in ((int, double)[])[(0, 0.2), (3, 0.3)])
        {
            yield return Middle(
                runs, results => results.Time($"message with {ids} ids, of a channel by hand", "Generated", "HandWritten", 1.3, ids));
            yield return runs[0].Bytes($"message with {ids} ids, of a channel by hand", "Generated", "HandWritten", 1.1, ids);
            yield return Middle(
                runs, results => results.Time($"message with {ids} ids, of SignalR's client", "Generated", "SignalR", signalR, ids));
            yield return runs[0].Bytes($"message with {ids} ids, of SignalR's client", "Generated", "SignalR", 1, ids);
        }
    }

    private static Ratio Middle(IEnumerable<Results> runs, Func<Results, Ratio> ratio)
    {
        var all = runs.Select(ratio).OrderBy(ratio => ratio.Value).ToList();
        return all[all.Count / 2];
    }

    private static IEnumerable<Ratio> Tokens()
    {
        var results = new Results(BenchmarkRunner.Run<TokenBenchmarks>(Config));
        yield return results.Time("token from the cache, of MSAL's", "Pitchly", "MsalAsync", 0.02);
        yield return results.Bytes("token from the cache, of MSAL's", "Pitchly", "MsalAsync", 0);
    }

    private static IEnumerable<Ratio> Emulator()
    {
        var results = new Results(BenchmarkRunner.Run<EmulatorBenchmarks>(Config));
        const string What = "emulator: a page of rows, of a bare endpoint with the same JSON";
        yield return results.Time(What, "Emulator", "Bare", 4);
        yield return results.Bytes(What, "Emulator", "Bare", 4);
    }

    private static IEnumerable<Ratio> Generator()
    {
        const double Milliseconds = 100e6;
        var results = new Results(BenchmarkRunner.Run<GeneratorBenchmarks>(Config));
        foreach (var operations in (int[])[100, 1_000])
        {
            yield return results.Time($"generator, {operations} endpoints: of NSwag's", "Cold", "NSwag", 0.5, operations);
            yield return results.Time(
                $"generator, {operations} endpoints: after an unrelated edit, of NSwag's",
                "AfterUnrelatedEdit",
                "NSwag",
                0.007,
                operations);
        }

        yield return new Ratio("time    generator, 1,000 endpoints: of 100 ms", results.Time("Cold", 1_000) / Milliseconds, 1);

        // Time also includes the collections that more memory causes, so test for linear growth with bytes.
        var (large, small) = (results.Bytes("Cold", 1_000), results.Bytes("Cold", 100));
        yield return new Ratio("memory  generator: each of 1,000 endpoints, of each of 100", large / small / 10, 1.1);
    }

    private static IEnumerable<Ratio> OpenApi()
    {
        const double Seconds = 2e9, Megabytes = 400e6;
        var results = new Results(BenchmarkRunner.Run<OpenApiBenchmarks>(Config));
        yield return results.Time("OpenAPI, 1,000 operations: of NSwag's", "Cold", "NSwag", 0.5, 1_000);
        yield return results.Time(
            "OpenAPI, 1,000 operations: after an unrelated edit, of NSwag's", "AfterUnrelatedEdit", "NSwag", 0.012, 1_000);
        yield return results.Time("OpenAPI, 1,000 operations: after an edit of another document", "AfterEditOfAnother", "Cold", 0.2, 1_000);
        yield return new Ratio("time    OpenAPI, 1,000 operations and 2,000 types: of 2 seconds", results.Time("Cold", 1_000) / Seconds, 1);
        yield return new Ratio("memory  OpenAPI, 1,000 operations and 2,000 types: of 400 MB", results.Bytes("Cold", 1_000) / Megabytes, 1);
        yield return new Ratio("time    OpenAPI, 100 operations, first run: of the Kiota tool's", KiotaTime.Ratio(100), 0.1);
        var (large, small) = (results.Bytes("Cold", 1_000), results.Bytes("Cold", 100));
        yield return new Ratio("memory  OpenAPI: each of 1,000 operations, of each of 100", large / small / 10, 1.1);
    }

    /// <summary>The results of one class, by method and parameter.</summary>
    private sealed class Results(Summary summary)
    {
        /// <summary>The size of the smallest object. Fewer bytes per call are allocations of other threads.</summary>
        private const int SmallestObject = 24;

        public Ratio Time(string what, string ours, string peer, double bound, object? parameter = null) =>
            new("time    " + what, Time(ours, parameter) / Time(peer, parameter), bound);

        public Ratio Bytes(string what, string ours, string peer, double bound, object? parameter = null)
        {
            var (mine, theirs) = (Bytes(ours, parameter), Bytes(peer, parameter));
            return new Ratio("memory  " + what, mine < SmallestObject ? 0 : mine / theirs, bound);
        }

        /// <summary>Returns the median in nanoseconds.</summary>
        public double Time(string method, object? parameter) => Of(method, parameter).ResultStatistics?.Median ?? double.NaN;

        public double Bytes(string method, object? parameter)
        {
            var report = Of(method, parameter);
            return report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN;
        }

        private BenchmarkReport Of(string method, object? parameter) => summary.Reports.Single(report =>
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
                && (parameter is null || report.BenchmarkCase.Parameters.Items.Single().Value.Equals(parameter)));
    }
}
