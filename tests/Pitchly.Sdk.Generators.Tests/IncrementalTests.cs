using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Generators.Tests;

public sealed class IncrementalTests
{
    private static readonly (string Name, string Text)[] Schemas =
    [
        .. Shipped.All.Select(Shipped.Elsewhere), Harness.Schema("kitchen.pitchly.json")
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_edit_to_unrelated_code_leaves_every_step_cached()
    {
        var compilation = Harness.Compilation("class A { }");
        var driver = Harness.Driver(Files(Schemas), trackSteps: true).RunGenerators(compilation, Cancellation);

        var edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(
                "class A { int x; } class B { }", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, cancellationToken: Cancellation));
        var steps = driver.RunGenerators(edited, Cancellation).GetRunResult().Results[0].TrackedSteps;

        foreach (var name in StepNames.All)
        {
            var reasons = steps[name].SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

    [Fact]
    public void Edit_of_one_schema_regenerates_only_that_schema()
    {
        var edited = Schemas.Select(schema => schema.Name == "kitchen.pitchly.json"
            ? (schema.Name, schema.Text.Replace("\"vegan\"", "\"vegetarian\"", StringComparison.Ordinal))
            : schema).ToArray();
        Assert.Equal(["Kitchen"], Regenerated(edited));
    }

    [Fact]
    public void Edit_of_a_shipped_schema_regenerates_only_that_one()
    {
        var edited = Schemas.Select(schema => schema.Name == "app.pitchly.json"
            ? (schema.Name, schema.Text.Replace("\"sdk\"", "\"library\"", StringComparison.Ordinal))
            : schema).ToArray();
        Assert.Equal(["Elsewhere"], Regenerated(edited));
    }

    [Fact]
    public void White_space_and_comment_edits_regenerate_nothing()
    {
        var edited = Schemas.Select(schema => (schema.Name, "\n// moved down\n" + schema.Text)).ToArray();
        Assert.Empty(Regenerated(edited));
    }

    [Fact]
    public void Renamed_member_has_its_new_name_after_a_rebuild()
    {
        var files = Files(Schemas);
        GeneratorDriver driver = Harness.Driver(files).RunGenerators(Harness.Compilation(""), Cancellation);
        var edited = new SchemaFile(files[3].Path, Schemas[3].Text.Replace("\"litres\"", "\"volume\"", StringComparison.Ordinal));
        var sources = driver.ReplaceAdditionalText(files[3], edited).RunGenerators(
            Harness.Compilation(""), Cancellation).GetRunResult().Results[0].GeneratedSources;
        Assert.Contains(
            "public required double Volume",
            sources.Single(source => source.HintName == "Kitchen.Sink.Drink.g.cs").SourceText.ToString(),
            StringComparison.Ordinal);
    }

    /// <summary>Returns the schemas whose files were emitted again after an edit.</summary>
    private static IEnumerable<string> Regenerated((string Name, string Text)[] edited)
    {
        var files = Files(Schemas);
        var compilation = Harness.Compilation("");
        GeneratorDriver driver = Harness.Driver(files, trackSteps: true).RunGenerators(compilation, Cancellation);
        foreach (var (file, schema) in files.Zip(edited))
        {
            if (file.GetText(Cancellation).ToString() != schema.Text)
            {
                driver = driver.ReplaceAdditionalText(file, new SchemaFile(schema.Name, schema.Text));
            }
        }

        return driver.RunGenerators(compilation, Cancellation).GetRunResult().Results[0].TrackedSteps[StepNames.Emit]
            .SelectMany(step => step.Outputs)
            .Where(output => output.Reason is not IncrementalStepRunReason.Cached and not IncrementalStepRunReason.Unchanged)
            .SelectMany(output => ((IEnumerable<Emit.SourceFile>)output.Value).Take(1))
            .Select(file => file.HintName.Split('.')[0]);
    }

    private static SchemaFile[] Files((string Name, string Text)[] schemas) =>
        [.. schemas.Select(schema => new SchemaFile(schema.Name, schema.Text))];
}
