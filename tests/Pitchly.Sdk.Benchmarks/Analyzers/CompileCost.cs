using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Pitchly.Sdk.Benchmarks.Analyzers;

/// <summary>
/// Measures what the package adds to the compilation of a generated client: a warm compiler server compiles it without the package and with
/// it, in turn. With several copies of the package, each loaded and run separately, the cost of one copy exceeds the noise of the machine.
/// </summary>
internal sealed class CompileCost : IDisposable
{
    private const int WarmUps = 4;

    private readonly string _client;
    private readonly string _compilers;
    private readonly string _pipe = "pitchly-" + Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("compile-cost");
    private readonly Process _server;

    private CompileCost(string client)
    {
        _client = Path.GetFullPath(client);
        _compilers = Path.Combine(Ask<string>("-getProperty:RoslynTargetsPath", text => text.Trim()), "bincore");
        _server = Start(Path.Combine(_compilers, "VBCSCompiler.dll"), "-pipename:" + _pipe);
    }

    /// <summary>
    /// Returns what a copy adds to the fastest compilation of a client with the specified number of lines, as a fraction of that
    /// compilation.
    /// </summary>
    public static double Of(int lines, int pairs, int copies)
    {
        var folder = Directory.CreateTempSubdirectory("compile-cost-client");
        try
        {
            GeneratedClient.WriteProject(folder.FullName, lines, filesPerSecret: 20);
            using var cost = new CompileCost(folder.FullName);
            var without = cost.Response("without", cost.Arguments(withPitchly: false));
            var with = cost.Response("with", cost.Copied(cost.Arguments(withPitchly: true), copies));
            var fastest = (Without: double.MaxValue, With: double.MaxValue);
            for (var time = 0; time < WarmUps + pairs; time++)
            {
                var (plain, added) = (cost.Compile(without).Processor, cost.Compile(with).Processor);
                fastest = time < WarmUps ? fastest : (Math.Min(fastest.Without, plain), Math.Min(fastest.With, added));
            }

            return (fastest.With - fastest.Without) / fastest.Without / copies;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Prints what each copy adds, after every pair of compilations.</summary>
    public static void Run(string client, int pairs, int copies)
    {
        using var cost = new CompileCost(client);
        var without = cost.Response("without", cost.Arguments(withPitchly: false));
        var with = cost.Response("with", cost.Copied(cost.Arguments(withPitchly: true), copies));
        for (var time = 0; time < WarmUps; time++)
        {
            cost.Compile(without);
            cost.Compile(with);
        }

        var plain = new List<Cost>();
        var added = new List<Cost>();
        for (var pair = 1; pair <= pairs; pair++)
        {
            // The order alternates, so that a drift of the machine affects both.
            var first = cost.Compile(pair % 2 == 1 ? without : with);
            var second = cost.Compile(pair % 2 == 1 ? with : without);
            plain.Add(pair % 2 == 1 ? first : second);
            added.Add(pair % 2 == 1 ? second : first);
            Console.WriteLine($"{pair} pairs, a copy adds   wall clock {Describe(plain, added, copies, one => one.Wall)}   processor time "
                + $"{Describe(plain, added, copies, one => one.Processor)}");
        }
    }

    public void Dispose()
    {
        _server.Kill();
        _server.Dispose();
        _scratch.Delete(recursive: true);
    }

    /// <summary>Returns the mean of the pairs with its standard error, and what is added to the median and to the fastest fifth.</summary>
    private static string Describe(List<Cost> plain, List<Cost> added, int copies, Func<Cost, double> of)
    {
        var mean = plain.Average(of);
        var differences = plain.Zip(added, (without, with) => of(with) - of(without)).ToList();
        var average = differences.Average();
        var error =
            Math.Sqrt(differences.Sum(one => (one - average) * (one - average)) / Math.Max(1, differences.Count - 1) / differences.Count);
        return string.Create(CultureInfo.InvariantCulture, $"{mean:N2} s {100 * average / mean / copies:+0.00;-0.00} ± "
            + $"{100 * error / mean / copies:0.00} %, median {Quantile(0.5):+0.00;-0.00} %, fastest fifth {Quantile(0.2):+0.00;-0.00} %");

        double Quantile(double part) => 100 * ((At(added, part) / At(plain, part)) - 1) / copies;

        double At(List<Cost> costs, double part) => costs.Select(of).Order().ElementAt((int)(part * (costs.Count - 1)));
    }

    private Cost Compile(string response)
    {
        var before = Processor();
        var watch = Stopwatch.StartNew();
        using var compiler = Start(Path.Combine(_compilers, "csc.dll"), "-shared:" + _pipe, "-noconfig", "@" + response);
        compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        if (compiler.ExitCode != 0)
        {
            throw new InvalidOperationException($"The compiler ended with {compiler.ExitCode}. Build {_client} to see why.");
        }

        return new Cost(watch.Elapsed.TotalSeconds, Processor() - before);
    }

    private double Processor()
    {
        _server.Refresh();
        return _server.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Returns the arguments that <c>dotnet build</c> passes to the compiler.</summary>
    private string[] Arguments(bool withPitchly) => Ask(
        "-getItem:CscCommandLineArgs",
        text => JsonDocument.Parse(text).RootElement
            .GetProperty("Items")
            .GetProperty("CscCommandLineArgs")
            .EnumerateArray()
            .Select(one => one.GetProperty("Identity").GetString()!)
            .ToArray(),
        "-restore", "-t:Clean;Compile", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", $"-p:WithPitchly={withPitchly}");

    /// <summary>
    /// Returns the arguments with several copies of the package's analyzer, each in its own folder. There is only one copy of the
    /// generator, because its output can't be compiled twice.
    /// </summary>
    private string[] Copied(string[] arguments, int copies)
    {
        const string Analyzer = "Pitchly.Sdk.Analyzers.dll";
        const string Generator = "Pitchly.Sdk.Generators.dll";
        var original = arguments.Single(one => one.EndsWith(Analyzer, StringComparison.Ordinal));
        var folder = Path.GetDirectoryName(original["/analyzer:".Length..])!;
        return
        [
            .. arguments.Where(one => one != original),
            .. Enumerable.Range(0, copies).Select(index =>
            {
                var copy = _scratch.CreateSubdirectory(index.ToString(CultureInfo.InvariantCulture));
                foreach (var file in (string[])[Analyzer, Generator])
                {
                    File.Copy(Path.Combine(folder, file), Path.Combine(copy.FullName, file));
                }

                return "/analyzer:" + Path.Combine(copy.FullName, Analyzer);
            }),
        ];
    }

    private string Response(string name, string[] arguments)
    {
        var path = Path.Combine(_scratch.FullName, name + ".rsp");
        File.WriteAllLines(
            path,
            arguments.Where(one => one != "/noconfig").Select(one => one.Contains(' ', StringComparison.Ordinal) ? $"\"{one}\"" : one));
        return path;
    }

    private T Ask<T>(string question, Func<string, T> read, params string[] arguments)
    {
        using var build = Start(["msbuild", _client, question, .. arguments]);
        var answer = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0 ? read(answer) : throw new InvalidOperationException($"{_client} can't be built: {answer}");
    }

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(
            "dotnet", arguments)
        { WorkingDirectory = Directory.Exists(_client) ? _client : ".", RedirectStandardOutput = true })!;

    private readonly record struct Cost(double Wall, double Processor);
}
