namespace Pitchly.Generators.Tests;

/// <summary>Tests that measure the memory of the process run with no other beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredMemory
{
    public const string Name = "Measured memory";
}
