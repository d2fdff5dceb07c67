using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers;

namespace Pitchly.Sdk.Benchmarks.Analyzers;

/// <summary>
/// Measures what the secret analyzer adds to a compilation, compared with an analyzer that does nothing and with SonarAnalyzer's rule for
/// credentials (S2068), on generated clients of increasing size.
/// </summary>
internal static class AnalyzerTime
{
    private const int Rounds = 5;

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using "
        + "System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private const BindingFlags AllInstances = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Returns the ratio of the analyzer's own time to Sonar's, on a client of 25,000 lines.</summary>
    public static double RatioToSonar()
    {
        var (pitchly, sonar) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round <= Rounds; round++)
        {
            var (mine, theirs) = (Measure(25_000, 20, [new PitchlyAnalyzer()]).Own, Measure(25_000, 20, [Sonar()]).Own);
            (pitchly, sonar) = round == 0 ? (pitchly, sonar) : (Math.Min(pitchly, mine), Math.Min(sonar, theirs));
        }

        return pitchly / sonar;
    }

    public static void Run()
    {
        var candidates = new (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[]
        {
            ("compiler alone", []),
            ("an empty operation analyzer", [new EmptyAnalyzer()]),
            ("Pitchly", [new EmptyAnalyzer(), new PitchlyAnalyzer()]),
            ("SonarAnalyzer's S2068", [new EmptyAnalyzer(), Sonar()]),
        };
        foreach (var (lines, filesPerSecret) in ((int, int)[])[(10_000, 20), (25_000, 20), (50_000, 20), (100_000, 20), (100_000, 2)])
        {
            var best = new double[candidates.Length];
            var taken = new double[candidates.Length];
            Array.Fill(best, double.MaxValue);
            Array.Fill(taken, double.MaxValue);
            for (var round = 0; round <= Rounds; round++)
            {
                for (var index = 0; index < candidates.Length; index++)
                {
                    var (wall, own) = Measure(lines, filesPerSecret, candidates[index].Analyzers);
                    if (round > 0)
                    {
                        (best[index], taken[index]) = (Math.Min(best[index], wall), Math.Min(taken[index], own));
                    }
                }
            }

            Console.WriteLine($"{lines:N0} lines, a place for a secret in one of {filesPerSecret} files");
            for (var index = 0; index < candidates.Length; index++)
            {
                Console.WriteLine($"  {candidates[index].Name,-30} {best[index],8:N0} ms  {(best[index] / best[1]) - 1,8:P1} over empty   "
                    + $"own time {taken[index],6:N0} ms, {taken[index] / best[0],6:P1} of the compiler's, "
                        + $"{taken[index] / lines * 1000,5:N2} ms per 1,000 lines");
            }
        }
    }

    private static (double Wall, double Own) Measure(int lines, int filesPerSecret, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = Compile(lines, filesPerSecret);
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var own = 0.0;
        if (analyzers.IsEmpty)
        {
            compilation.Emit(Stream.Null);
        }
        else
        {
            var driver = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
            var result = driver.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
            compilation.Emit(Stream.Null);
            own = result.AnalyzerTelemetryInfo
                .Where(one => one.Key is not EmptyAnalyzer)
                .Sum(one => one.Value.ExecutionTime.TotalMilliseconds);
        }

        return (watch.Elapsed.TotalMilliseconds, own);
    }

    /// <summary>
    /// Creates Sonar's analyzer of hard-coded credentials and enables it. By default it only runs if a server enables it.
    /// </summary>
    private static DiagnosticAnalyzer Sonar()
    {
        var types = Loadable(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "SonarAnalyzer.CSharp.dll"))).ToDictionary(
            type => type.FullName!, StringComparer.Ordinal);
        var rules = types["SonarAnalyzer.Rules.CSharp.DoNotHardcodeCredentials"];
        var always = Loadable(rules.GetConstructors(AllInstances)
            .Single(one => one.GetParameters().Length == 1)
            .GetParameters()[0].ParameterType.Assembly)
            .Single(type => type.FullName == "SonarAnalyzer.Common.AnalyzerConfiguration")
            .GetProperty("AlwaysEnabled", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null);
        return (DiagnosticAnalyzer)Activator.CreateInstance(rules, AllInstances, null, [always], null)!;
    }

    /// <summary>
    /// Returns the types that can be loaded. Sonar's code fixes need the workspaces of an editor, which are not available here.
    /// </summary>
    private static IEnumerable<Type> Loadable(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException error)
        {
            return error.Types.OfType<Type>();
        }
    }

    private static CSharpCompilation Compile(int lines, int filesPerSecret) => CSharpCompilation.Create(
        "Client",
        GeneratedClient.Write(lines, filesPerSecret)
            .Append((Name: "Usings.cs", Text: Usings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name)),
        Net100.References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>
    /// An analyzer that registers for operations and does nothing, because the .NET analyzers of every project register for them anyway.
    /// </summary>
#pragma warning disable RS1001, RS1038, RS1041, RS2008 // An analyzer to be measured, and not to be shipped.
    private sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule =
            new("X0001", "x", "x", "x", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                static _ => { },
                OperationKind.Invocation,
                OperationKind.Argument,
                OperationKind.SimpleAssignment,
                OperationKind.PropertyReference);
        }
    }
#pragma warning restore RS1001, RS1038, RS1041, RS2008
}
