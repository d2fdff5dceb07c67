using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>A schema is identified only by its path and its id.</summary>
public sealed class SchemaIdentityTests
{
    private static readonly (string Name, string Text)[] Packaged =
        [.. Shipped.All.Select(schema => ("ref/" + schema.Name, schema.Text))];

    [Theory]
    [InlineData("app.pitchly.json")]
    [InlineData("oauth.pitchly.json")]
    [InlineData("schemas/data.pitchly.json")]
    public void File_may_have_the_name_of_a_packaged_schema(string path)
    {
        var run = Harness.Run([.. Packaged, (path, Holder("MyApp", "pitchly:app#/types/RowId"))]).AssertClean();

        Assert.Contains("global::Pitchly.RowId", run.Sources["MyApp.Holder.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pitchly.json#/types/A", "Here")]
    [InlineData("./a.pitchly.json#/types/A", "Here")]
    [InlineData("../a.pitchly.json#/types/A", "Above")]
    [InlineData("deep/a.pitchly.json#/types/A", "Below")]
    [InlineData("deep/../deep/./a.pitchly.json#/types/A", "Below")]
    [InlineData("/p/other/a.pitchly.json#/types/A", "Other")]
    [InlineData("../with%20space/a.pitchly.json#/types/A", "Spaced")]
    [InlineData("https://example.com/other#/types/A", "Other")]
    public void Reference_is_relative_to_the_folder_of_its_file(string reference, string ns)
    {
        var run = Harness.Run(
            ("/p/a.pitchly.json", Declares("Above")),
            ("/p/sub/a.pitchly.json", Declares("Here")),
            ("/p/sub/deep/a.pitchly.json", Declares("Below")),
            ("/p/with space/a.pitchly.json", Declares("Spaced")),
            ("/p/other/a.pitchly.json", Declares("Other", "https://example.com/other")),
            ("/p/sub/holder.pitchly.json", Holder("Mine", reference))).AssertClean();

        Assert.Contains($"global::{ns}.A", run.Sources["Mine.Holder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_paths_are_supported()
    {
        var run = Harness.Run(
            (@"C:\p\shared\a.pitchly.json", Declares("Shared")),
            (@"C:\p\mine\holder.pitchly.json", Holder("Mine", "../shared/a.pitchly.json#/types/A"))).AssertClean();

        Assert.Contains("global::Shared.A", run.Sources["Mine.Holder.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pitchly.json#/types/A", "did you mean '../a.pitchly.json' or 'deep/a.pitchly.json'?")]
    [InlineData("nowhere/A.pitchly.json#/types/A", "did you mean '../a.pitchly.json' or 'deep/a.pitchly.json'?")]
    [InlineData("app.pitchly.json#/types/RowId", "did you mean 'pitchly:app'?")]
    [InlineData("pitchly:apps#/types/RowId", "did you mean 'pitchly:app', 'pitchly:data' or 'pitchly:oauth'?")]
    [InlineData("../b.pitchly.json#/types/A", "add a file outside the project's folder as <AdditionalFiles")]
    [InlineData("../b.json#/types/A", "so rename the file")]
    public void Dangling_reference_suggests_a_target(string reference, string says)
    {
        var run = Harness.Run([
            .. Packaged,
            ("/p/a.pitchly.json", Declares("Above")),
            ("/p/sub/deep/a.pitchly.json", Declares("Below")),
            ("/p/sub/holder.pitchly.json", Holder("Mine", reference))]);

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(SchemaDescriptors.DanglingReference.Id, found.Id);
        Assert.Contains(says, found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicate_schema_id_is_an_error()
    {
        var run = Harness.Run([.. Packaged, ("a.pitchly.json", Declares("Mine", "pitchly:app"))]);

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal((SchemaDescriptors.Collision.Id, "a.pitchly.json"), (found.Id, found.Location.GetLineSpan().Path));
    }

    [Theory]
    [InlineData("app")]
    [InlineData("a.pitchly.json")]
    [InlineData("https://example.com/crm#part")]
    [InlineData("C:/crm")]
    public void Schema_id_must_be_an_absolute_URI(string id)
    {
        var run = Harness.Run(("a.pitchly.json", Declares("Mine", id)));

        Assert.Equal(SchemaDescriptors.WrongValue.Id, Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void Files_with_the_same_name_may_share_a_namespace()
    {
        var run = Harness.Run(
            ("v1/crm.pitchly.json", """{ "pitchly": "1.0", "namespace": "Crm", "title": "One", "types": { "A": { "enum": ["x"] } } }"""),
            ("v2/crm.pitchly.json", """{ "pitchly": "1.0", "namespace": "Crm", "title": "Two", "types": { "B": { "enum": ["x"] } } }"""));

        Assert.Equal(
            ["Crm.A.g.cs", "Crm.B.g.cs", "Crm.OneJsonResolver.g.cs", "Crm.TwoJsonResolver.g.cs"],
            run.AssertClean().Sources.Keys.Order(StringComparer.Ordinal));
    }

    private static string Declares(string ns, string? id = null) => $$"""
        { {{(id is null ? "" : $"\"$id\": \"{id}\", ")}}"pitchly": "1.0", "namespace": "{{ns}}", "types": { "A": { "type": "string",
          "id": true } } }
        """;

    private static string Holder(string ns, string reference) => $$"""
        { "pitchly": "1.0", "namespace": "{{ns}}", "types": { "Holder": { "type": "object", "properties": { "x": {
          "$ref": "{{reference}}" } } } } }
        """;
}
