using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>Schemas of several projects.</summary>
public sealed class ProjectsTests
{
    private const string Types = """
        "types": { "DealId": { "type": "string", "id": true }, "Deal": { "type": "object", "properties": { "id": {
          "$ref": "#/types/DealId" } } } },
        "channels": { "Deals": { "events": { "won": { "payload": { "$ref": "#/types/Deal" } } } } },
        "clients": { "Crm": { "endpoints": { "get": { "method": "GET", "path": "/" } } } }
        """;

    private static readonly string Public = $$"""{ "pitchly": "1.0", "namespace": "Crm", {{Types}} }""";

    private static readonly string Internal = $$"""{ "pitchly": "1.0", "namespace": "Crm", "access": "internal", {{Types}} }""";

    [Fact]
    public void A_schema_that_two_projects_compile_is_one_error()
    {
        var run = Harness.RunWithReference(Compiled(Public), ("crm.pitchly.json", Public));

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(SchemaDescriptors.CompiledTwice.Id, found.Id);
        Assert.Contains(
            "<AdditionalFiles Update=\"crm.pitchly.json\" PitchlySchemaReference=\"true\" />",
            found.GetMessage(),
            StringComparison.Ordinal);
        Assert.Empty(run.Sources);
        Assert.Empty(run.CompilerFindings);
    }

    [Fact]
    public void Schema_compiled_twice_is_reported_in_editors_too()
    {
        var other = Harness.Run(("crm.pitchly.json", Public)).AssertClean().Compilation.ToMetadataReference();

        Assert.Equal(
            SchemaDescriptors.CompiledTwice.Id,
            Assert.Single(Harness.RunWithReference(other, ("crm.pitchly.json", Public)).Diagnostics).Id);
    }

    [Theory]
    [InlineData("ref/crm.pitchly.json")]
    [InlineData("shared/crm.pitchly.json")]
    public void Schema_of_another_project_can_be_referenced(string path)
    {
        var run = Harness.RunWithReference(Compiled(Public), (path, Public), ("mine.pitchly.json", Refers(path, "public"))).AssertClean();

        Assert.Contains("global::Crm.Deal?", run.Sources["Mine.Holder.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Crm.Deal.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("crm.pitchly.json")]
    [InlineData("shared/crm.pitchly.json")]
    public void Several_projects_may_compile_an_internal_schema(string path)
    {
        var run = Harness.RunWithReference(Compiled(Internal), (path, Internal), ("mine.pitchly.json", Refers(path, "internal")))
            .AssertClean();

        Assert.Contains("Crm.Deal.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void Internal_schema_has_no_public_types()
    {
        var run = Harness.Run(("crm.pitchly.json", Internal)).AssertClean();

        Assert.DoesNotContain(
            run.Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().SelectMany(ns => ns.GetTypeMembers()),
            type => type.DeclaredAccessibility == Accessibility.Public);
    }

    [Theory]
    [InlineData("crm.pitchly.json", "public", "used by a public schema")]
    [InlineData("ref/crm.pitchly.json", "internal", "used outside its project")]
    public void Reference_to_an_inaccessible_type_is_reported(string path, string access, string says)
    {
        var run = Harness.Run((path, Internal), ("mine.pitchly.json", Refers(path, access)));

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(SchemaDescriptors.UnsupportedHere.Id, found.Id);
        Assert.Contains(says, found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copied_schema_of_another_project_is_one_error()
    {
        var run = Harness.Run(("ref/a/crm.pitchly.json", Public), ("crm.pitchly.json", Public));

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal((SchemaDescriptors.CompiledTwice.Id, "crm.pitchly.json"), (found.Id, found.Location.GetLineSpan().Path));
        Assert.Contains("the project of 'ref/a/crm.pitchly.json'", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_shared_by_other_projects_is_ignored() =>
        Harness.Run(("ref/a/crm.pitchly.json", Public), ("ref/b/crm.pitchly.json", Public)).AssertClean();

    private static string Refers(string path, string access) => $$"""
        {
          "pitchly": "1.0",
          "namespace": "Mine",
          "access": "{{access}}",
          "types": { "Holder": { "type": "object", "properties": { "deal": { "$ref": "{{path}}#/types/Deal" } } } }
        }
        """;

    private static PortableExecutableReference Compiled(string schema)
    {
        using var image = new MemoryStream();
        Assert.True(Harness.Run(("crm.pitchly.json", schema)).AssertClean().Compilation.Emit(
            image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
