using BenchmarkDotNet.Running;
using Pitchly.Sdk.Benchmarks;

if (args is ["analyzer-time"])
{
    await AnalyzerTime.RunAsync([new Pitchly.Analyzers.Secrets.SecretAnalyzer()]);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
