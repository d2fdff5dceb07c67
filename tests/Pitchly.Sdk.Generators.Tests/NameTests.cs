using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>Every name in a schema is possible in C#, or its diagnostic offers an alternative.</summary>
public sealed class NameTests
{
    private const string Inline = """{ "type": "object", "properties": { "x": { "type": "string" } } """;

    [Theory]
    [InlineData("Key", "key", "KeyValue")]
    [InlineData("Error", "error", "ErrorValue")]
    [InlineData("A-B", "a_b", "ABValue")]
    public void Property_with_the_name_of_its_type_is_renamed(string type, string property, string expected)
    {
        var run = Harness.Run(Schema($$"""
            "{{type}}": { "type": "object", "required": ["{{property}}"], "properties": { "{{property}}": { "type": "string" } } }
            """));

        AssertRenamed(run, $"'{property}' is named '{expected}' in C#");
        var source = Assert.Single(run.Sources, file => !file.Key.Contains("Resolver", StringComparison.Ordinal)).Value;
        Assert.Contains($"public required string {expected} {{ get; init; }}", source, StringComparison.Ordinal);
        Assert.Contains($"\"{property}\"u8", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_field_with_the_name_of_its_type_is_renamed() => AssertRenamed(
        Harness.Run(("a.pitchly.json", """
            {
              "pitchly": "1.0",
              "namespace": "N",
              "types": { "Key": { "type": "object", "properties": { "key": { "type": "string" } } } },
              "clients": { "C": { "endpoints": { "e": { "method": "POST", "path": "/", "requestBody": { "content": {
                "application/x-www-form-urlencoded": { "schema": { "$ref": "#/types/Key" } } } } } } } }
            }
            """)),
        "'KeyValue'");

    [Fact]
    public void Enum_value_with_the_name_of_its_enum_is_renamed() =>
        AssertRenamed(Harness.Run(Schema("""
            "Status": { "enum": ["status", "open"] }
            """)), "'StatusValue'");

    [Fact]
    public void Case_that_collides_with_its_union_is_renamed() => AssertRenamed(Harness.Run(Schema("""
        "FromText": { "oneOf": [ { "type": "string", "title": "Text" }, { "type": "boolean" } ] }
        """)), "'FromTextValue'");

    [Fact]
    public void Schema_compiled_elsewhere_reports_no_renames() => Harness
        .Run(("ref/a.pitchly.json", Schema("""
            "Key": { "type": "object", "properties": { "key": { "type": "string" } } }
            """).Text))
        .AssertClean();

    [Theory]
    [InlineData("\"title\": \"Topping\"", "Topping")]
    [InlineData("\"title\": \"the topping\"", "TheTopping")]
    [InlineData("\"csharpName\": \"Extra\"", "DishExtra")]
    [InlineData("\"csharpName\": \"Extra\", \"title\": \"Topping\"", "Topping")]
    public void Inline_type_of_a_property_can_set_its_name(string words, string expected) => AssertType(
        Schema($$"""
            "Dish": { "type": "object", "properties": { "garnish": {{Inline}}, {{words}} } } }
            """),
        expected);

    [Theory]
    [InlineData("\"title\": \"Topping\"", "Topping")]
    [InlineData("\"csharpName\": \"Topping\"", "Topping")]
    [InlineData("\"csharpName\": \"Topping\", \"title\": \"Other\"", "Topping")]
    public void Inline_type_without_a_default_name_can_set_one(string words, string expected)
    {
        var type = $$"""{{Inline}}, {{words}} }""";
        AssertType(Schema($$"""
            "Toppings": { "type": "array", "items": {{type}} }, "Dish": { "type": "object", "properties": { "x": {
              "$ref": "#/types/Toppings" } } }
            """), expected);
        AssertType(Schema($$"""
            "Toppings": { "type": "object", "additionalProperties": {{type}} }
            """), expected);
        AssertType(Document($$"""
            "channels": { "C": { "events": { "e": { "payload": {{type}} } } } }
            """), expected);
        AssertType(Document($$"""
            "clients": { "C": { "endpoints": { "e": { "method": "GET", "path": "/", "responses": { "200": { "content": {
              "application/json": { "schema": {{type}} } } } } } } } }
            """), expected);
    }

    [Theory]
    [InlineData("\"title\": \"Topping\"", "EitherTopping", "FromTopping")]
    [InlineData("\"csharpName\": \"Topping\"", "Topping", "FromTopping")]
    [InlineData("\"csharpName\": \"Topping\", \"title\": \"Sauce\"", "Topping", "FromSauce")]
    public void Inline_case_can_set_its_name(string words, string expected, string method)
    {
        var run = AssertType(Schema($$"""
            "Either": { "oneOf": [ { "type": "string" }, {{Inline}}, {{words}} } ] }
            """), expected);

        Assert.Contains($" {method}(global::N.{expected} value)", run.Sources["N.Either.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Case_without_a_type_can_set_its_CSharp_name()
    {
        var run = Harness.Run(Schema("""
            "Either": { "oneOf": [ { "type": "string", "csharpName": "Word" }, { "type": "array", "items": { "type": "string" },
              "csharpName": "Words" } ] }
            """)).AssertClean();

        Assert.Contains("TryGetWords(", run.Sources["N.Either.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Inline_types_with_the_same_title_collide_with_advice()
    {
        static (string Name, string Text) Of(string title) => Schema($$"""
            "A": { "type": "object", "properties": { "x": {{Inline}}, "title": "T" }, "y": {{Inline}}, "title": "{{title}}" } } }
            """);

        var found = Assert.Single(Harness.Run(Of("T")).Diagnostics);

        Assert.Equal(SchemaDescriptors.Collision.Id, found.Id);
        Assert.Contains("give it a name with 'title'", found.GetMessage(), StringComparison.Ordinal);
        Harness.Run(Of("Other")).AssertClean();
    }

    private static GeneratorRun AssertType((string Name, string Text) schema, string expected)
    {
        var run = Harness.Run(schema).AssertClean();
        Assert.Contains($"N.{expected}.g.cs", run.Sources.Keys);
        return run;
    }

    private static void AssertRenamed(GeneratorRun run, string says)
    {
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal((SchemaDescriptors.Renamed.Id, DiagnosticSeverity.Info), (found.Id, found.Severity));
        Assert.Contains(says, found.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("csharpName", found.GetMessage(), StringComparison.Ordinal);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.CompilerFindings);
    }

    private static (string Name, string Text) Schema(string types) => Document($$"""
        "types": { {{types}} }
        """);

    private static (string Name, string Text) Document(string parts) => ("a.pitchly.json", $$"""
        { "pitchly": "1.0", "namespace": "N", {{parts}} }
        """);
}
