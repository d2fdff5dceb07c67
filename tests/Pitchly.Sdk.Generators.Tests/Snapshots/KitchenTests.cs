namespace Pitchly.Generators.Tests.Snapshots;

public sealed class KitchenTests
{
    [Fact]
    public Task Emits() => Verifier.VerifyAsync(
        Harness
            .Run(Harness.Schema("kitchen.pitchly.json")).Sources
            .Select(file => KeyValuePair.Create(file.Key.Replace(".g.cs", "", StringComparison.Ordinal), file.Value)));
}
