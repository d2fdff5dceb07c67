namespace Pitchly.Sdk.Tests;

/// <summary>A collection of tests that measure the memory of the process. No other tests run in parallel with them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredMemory
{
    public const string Name = "Measured memory";
}
