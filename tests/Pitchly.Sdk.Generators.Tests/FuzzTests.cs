using CsCheck;
using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.Tests;

/// <summary>For any schema, the generator reports diagnostics or emits code that compiles.</summary>
[Trait("Speed", "Slow")]
public sealed class FuzzTests
{
    private const int Schemas = 500;

    private static readonly IReadOnlyList<(string Name, string Text)> Bases =
        [Harness.Schema("kitchen.pitchly.json"), Harness.Schema("kitchen.pitchly.json"), .. Shipped.All.Select(Shipped.Elsewhere)];

    private static readonly Gen<(int Base, SchemaMutation[] Mutations)> Gen =
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, Bases.Count - 1], SchemaMutation.Gen.Array[1, 3]);

    [Fact]
    public void A_mutated_schema_gives_diagnostics_or_compiling_code() => MadeInputs.Check(
        Gen, Schemas, schema => Check(schema.Base, schema.Mutations), schema => Mutate(schema.Base, schema.Mutations));

    private static void Check(int index, SchemaMutation[] mutations)
    {
        var others = Shipped.All.Select(Shipped.Elsewhere).Where(other => other.Name != Bases[index].Name);
        var run = Harness.Run([(Bases[index].Name, Mutate(index, mutations)), .. others]);

        Assert.Null(run.Result.Results[0].Exception);
        Assert.All(run.Diagnostics, diagnostic => Assert.StartsWith("PITCHLY1", diagnostic.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(run.CompilerFindings, finding => finding.Severity == DiagnosticSeverity.Error);
        if (run.Diagnostics.IsEmpty)
        {
            run.AssertClean();
        }
    }

    private static string Mutate(int index, SchemaMutation[] mutations) => SchemaMutation.Apply(Bases[index].Text, mutations);
}
