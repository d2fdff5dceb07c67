using System.Globalization;
using BenchmarkDotNet.Running;
using Pitchly.Sdk.Benchmarks;

if (args is ["analyzer-time"])
{
    AnalyzerTime.Run();
    return;
}

if (args is ["write-client", var folder, var lines, var filesPerSecret])
{
    GeneratedClient.WriteProject(folder, int.Parse(lines, CultureInfo.InvariantCulture), int.Parse(filesPerSecret, CultureInfo.InvariantCulture));
    return;
}

if (args is ["compile-cost", var client, var pairs, var copies])
{
    CompileCost.Run(client, int.Parse(pairs, CultureInfo.InvariantCulture), int.Parse(copies, CultureInfo.InvariantCulture));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
