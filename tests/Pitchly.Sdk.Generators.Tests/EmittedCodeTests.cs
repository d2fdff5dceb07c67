namespace Pitchly.Generators.Tests;

public sealed class EmittedCodeTests
{
    [Fact]
    public void Every_feature_compiles_with_no_warning() => Harness.Run(Harness.Schema("kitchen.pitchly.json")).AssertClean();

    [Fact]
    public void The_shipped_schemas_compile_with_no_warning() => Harness
        .Run([.. Shipped.All.Select(Shipped.Elsewhere)])
        .AssertClean();
}
