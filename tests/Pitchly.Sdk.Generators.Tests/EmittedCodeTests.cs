namespace Pitchly.Generators.Tests;

public sealed class EmittedCodeTests
{
    [Fact]
    public void Every_feature_compiles_with_no_warning() => Harness.Run(Harness.Schema("kitchen.pitchly.json")).AssertClean();

    [Fact]
    public void The_shipped_schemas_compile_with_no_warning() => Harness
        .Run([.. Shipped.All.Concat(Shipped.SecondPlatform).Select(Shipped.Elsewhere)])
        .AssertClean();

    /// <summary>The cases have the names of variables in the emitted code.</summary>
    [Fact]
    public void Union_cases_may_have_the_names_of_variables() => Harness
        .Run(("cases.pitchly.json", """
            { "pitchly": "1.0", "namespace": "Cases", "types": { "Either": { "oneOf": [
              { "type": "string", "title": "case2" }, { "type": "boolean", "title": "case1" }, { "type": "integer", "title": "value" }, {
                "type": "array", "items": { "type": "string" }, "title": "writer" } ] } } }
            """))
        .AssertClean();

    [Fact]
    public async Task The_example_of_the_README_compiles()
    {
        var readme =
            await File.ReadAllTextAsync(Path.Combine(Harness.SourceFolder(), "../../README.md"), TestContext.Current.CancellationToken);
        var run = Harness.Run(
            "using System; using System.Threading; using System.Threading.Tasks; using MyApp; " + Block(readme, "csharp"),
            ("deals.pitchly.json", Block(readme, "json")));
        run.AssertClean();
        Assert.Contains("MyApp.IDealsCallbacks.g.cs", run.Sources.Keys);
    }

    private static string Block(string markdown, string language) => markdown.Split($"```{language}\n")[1].Split("```")[0];
}
