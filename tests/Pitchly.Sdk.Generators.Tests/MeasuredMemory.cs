namespace Pitchly.Generators.Tests;

/// <summary>Tests that measure the memory of the process. No other test runs at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredMemory
{
    public const string Name = "Measured memory";
}
