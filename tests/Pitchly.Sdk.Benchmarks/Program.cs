using System.Globalization;
using BenchmarkDotNet.Running;
using Pitchly.Sdk.Benchmarks;
using Pitchly.Sdk.Benchmarks.Analyzers;
using Pitchly.Sdk.Benchmarks.Generator;

switch (args)
{
    case ["--quick"]:
        return Quick.Run();
    case [CompilerProcess.Argument]:
        CompilerProcess.Write(Quick.MeasureGenerator());
        return 0;
    case ["analyzer-time"]:
        AnalyzerTime.Run();
        return 0;
    case ["kiota", var operations]:
        KiotaTime.Run(Number(operations));
        return 0;
    case ["write-client", var folder, var lines, var filesPerSecret]:
        GeneratedClient.WriteProject(folder, Number(lines), Number(filesPerSecret));
        return 0;
    case ["compile-cost", var client, var pairs, var copies]:
        CompileCost.Run(client, Number(pairs), Number(copies));
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
