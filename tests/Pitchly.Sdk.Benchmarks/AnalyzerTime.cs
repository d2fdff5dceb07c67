using System.Collections.Immutable;
using System.Diagnostics;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Sdk.Benchmarks;

/// <summary>What the secret analyzer takes on generated clients of growing size, beside the compiler's own time for the same code. A quick look while one works on it.</summary>
internal static class AnalyzerTime
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static async Task RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        Console.WriteLine("lines     compile   analysis   per 1,000 lines   share");
        foreach (var lines in (int[])[5_000, 25_000, 50_000, 100_000])
        {
            Compile(lines).Emit(Stream.Null);
            var compile = Stopwatch.StartNew();
            Compile(lines).Emit(Stream.Null);
            compile.Stop();

            var report = await Compile(lines).WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true)).GetAnalysisResultAsync(CancellationToken.None);
            var taken = report.AnalyzerTelemetryInfo.Values.Select(one => one.ExecutionTime).Aggregate((one, other) => one + other);
            Console.WriteLine($"{lines,7}  {compile.ElapsedMilliseconds,6} ms  {taken.TotalMilliseconds,6:N0} ms  {taken.TotalMilliseconds / lines * 1000,10:N2} ms  {taken.TotalMilliseconds / compile.ElapsedMilliseconds,12:P1}");
        }
    }

    private static CSharpCompilation Compile(int lines) => CSharpCompilation.Create(
        "Client",
        GeneratedClient.Write(lines).Append((Name: "Usings.cs", Text: Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Name)),
        Net100.References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
