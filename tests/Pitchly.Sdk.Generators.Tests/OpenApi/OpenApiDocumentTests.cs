using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests.OpenApi;

/// <summary>Code is generated from OpenAPI documents without changes to them. Unsupported parts are reported at their location.</summary>
public sealed class OpenApiDocumentTests
{
    private const string Head = """{ "openapi": "3.0.3", "info": { "title": "T", "version": "1" }, """;

    private static readonly (string Name, string Text) Bakery = Harness.Schema("bakery.openapi.yaml");

    [Fact]
    public void A_document_compiles_without_warnings()
    {
        var run = Harness.Run(Bakery);

        Assert.Empty(run.CompilerFindings);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains("Bakery.BakeryClient.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void Unsupported_part_is_reported_at_its_location()
    {
        var told = Harness.Run(Bakery).Diagnostics.Where(diagnostic => diagnostic.Id == SchemaDescriptors.LeftOut.Id).ToList();

        Assert.All(told, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
        (string Line, string Word)[] expected =
            [("Blur:", "can't be distinguished"), ("Endless:", "defined only by itself"), ("Knot:", "'knot'")];
        foreach (var (line, word) in expected)
        {
            var index = Bakery.Text.Split('\n').ToList().FindIndex(text => text.TrimStart().StartsWith(line, StringComparison.Ordinal));
            Assert.Contains(told, diagnostic => diagnostic.GetMessage().Contains(word, StringComparison.Ordinal)
                && diagnostic.Location.GetLineSpan().StartLinePosition.Line - index is 0 or 1);
        }

        Assert.Equal(3, told.Count);
    }

    [Fact]
    public void Json_and_yaml_give_the_same_code()
    {
        var asJson = Harness.Run(Harness.Schema("bakery.openapi.json"));
        var asYaml = Harness.Run(Bakery);

        Assert.NotEmpty(asJson.Sources);
        Assert.Equal(Bodies(asJson), Bodies(asYaml));
    }

    [Fact]
    public void Order_of_a_document_does_not_change_names()
    {
        var (name, text) = Harness.Schema("bakery.openapi.json");
        var turned = Reverse(JsonNode.Parse(text)!).ToJsonString();

        Assert.Equal(Harness.Run((name, text)).Sources.Keys.Order(), Harness.Run((name, turned)).Sources.Keys.Order());
    }

    [Theory]
    [InlineData("/a/id}")]
    [InlineData("/a/{id")]
    [InlineData("/a/{{id}}")]
    [InlineData("a")]
    [InlineData("//a.example/b")]
    public void Invalid_path_is_skipped_with_a_warning(string path)
    {
        const string Operation = """{ "get": { "responses": { "204": { "description": "" } } } }""";
        var run = Harness.Run(("a.openapi.json", $$"""{{Head}} "paths": { "{{path}}": {{Operation}}, "/b": {{Operation}} } }"""));

        Assert.Equal(SchemaDescriptors.LeftOut.Id, Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerFindings);
        Assert.Contains("GetBAsync(", run.Sources["A.TClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("{", "not valid JSON")]
    [InlineData("a: [", "not valid JSON")]
    [InlineData("""{ "swagger": "2.0" }""", "Swagger 2.0")]
    [InlineData("openapi: 2.0.0", "'openapi' must be")]
    [InlineData("a: *b", "has no anchor")]
    public void A_broken_document_is_one_error(string text, string message)
    {
        var found = Assert.Single(Harness.Run(("a.openapi.yaml", text)).Diagnostics);

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Contains(message, found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void YAML_alias_bomb_is_one_error()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 20).Select(level =>
            $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));

        Assert.Contains(
            "more than", Assert.Single(Harness.Run(("a.openapi.yaml", bomb)).Diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_of_50_MB_is_one_error() => Assert.Contains(
        "characters", Assert.Single(Harness.Run(("a.openapi.json", Head + new string(' ', 50_000_000))).Diagnostics).GetMessage(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a.openapi.json", '[', ']')]
    [InlineData("a.openapi.yaml", '[', ']')]
    public void Document_nested_too_deeply_is_one_error(string name, char open, char close)
    {
        var start = name.EndsWith("json", StringComparison.Ordinal) ? """{ "openapi": """ : "openapi: ";
        var text = start + new string(open, 100_000) + new string(close, 100_000);

        Assert.Equal(SchemaDescriptors.BadJson.Id, Assert.Single(Harness.Run((name, text)).Diagnostics).Id);
    }

    [Fact]
    public void Examples_and_defaults_are_documentation()
    {
        var document = Head + """
            "paths": { "/a": { "get": { "operationId": "list", "parameters": [
                { "name": "limit", "in": "query", "description": "How many.", "schema": { "type": "integer", "default": 20,
                  "example": 5 } },
                { "name": "sort", "in": "query", "schema": { "type": "string" }, "examples": { "up": { "value": "a < b" } } } ],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": {
                "$ref": "#/components/schemas/Row" } } } } } } } },
            "components": { "schemas": { "Row": { "type": "object", "properties": {
              "age": { "type": "number", "description": "In years.", "examples": [ 1.5, 2 ] }, "pin": { "type": "string",
                "format": "password", "example": "hush" } } } } } }
            """;
        var run = Harness.Run(("a.openapi.json", document)).AssertClean();

        var client = run.Sources.Single(source => source.Key.EndsWith("TClient.g.cs", StringComparison.Ordinal)).Value;
        Assert.Contains("The default is 20.", client, StringComparison.Ordinal);
        Assert.Contains("For example: \"a &lt; b\".", client, StringComparison.Ordinal);
        Assert.Contains("For example: 1.5.", run.Sources["A.Row.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Sources["A.Row.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-ms-pageable", "\"nextLinkName\": \"nextLink\"", "PageMark.Url) { Items = \"/value\", Next = \"/nextLink\" }")]
    [InlineData("x-pitchly-paging", "\"by\": \"link\", \"items\": \"/value\"", "PageMark.Link) { Items = \"/value\", Next = \"next\" }")]
    public void Paged_list_has_a_method_for_all_pages(string extension, string words, string paging)
    {
        var document = Head + $$"""
            "paths": { "/a": { "get": { "operationId": "list", "{{extension}}": { {{words}} }, "responses": { "200": { "description": "",
              "content": { "application/json": { "schema": {
              "type": "object", "properties": { "value": { "type": "array", "items": { "type": "object", "properties": { "id": {
                "type": "string" } } } }, "nextLink": { "type": "string" } } } } } } } } } } }
            """;
        var client = Harness.Run(("a.openapi.json", document)).AssertClean().Sources.Single(source => source.Key.EndsWith(
            "TClient.g.cs", StringComparison.Ordinal)).Value;

        Assert.Contains(paging, client, StringComparison.Ordinal);
        Assert.Contains("IAsyncEnumerable<global::A.ListResponseValueItem> ListAllPages(", client, StringComparison.Ordinal);
    }

    [Fact]
    public void Circular_references_are_reported()
    {
        var document = Head + """
            "paths": { "/a": { "get": { "parameters": [ { "$ref": "#/components/parameters/A" } ], "responses": {} } } },
            "components": { "parameters": { "A": { "$ref": "#/components/parameters/B" }, "B": { "$ref": "#/components/parameters/A" } },
              "schemas": { "X": { "$ref": "#/components/schemas/Y" }, "Y": { "$ref": "#/components/schemas/X" }, "Z": { "allOf": [ {
                "$ref": "#/components/schemas/Z" } ] } } } }
            """;
        var run = Harness.Run(("a.openapi.json", document));

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.GetMessage().Contains("form a cycle", StringComparison.Ordinal));
        Assert.Empty(run.CompilerFindings);
    }

    [Fact]
    public void Names_that_differ_only_in_case_are_renamed()
    {
        var document = Head + """
            "paths": {}, "components": { "schemas": {
              "URL": { "type": "object", "properties": { "a-b": { "type": "string" }, "aB": { "type": "string" }, "A_B": {
                "type": "string" }, "url": { "type": "string" } } },
              "Url": { "type": "object", "properties": { "ToString": { "type": "string" }, "class": { "type": "string" } } },
              "Action": { "type": "string", "enum": ["x", "X", "", "toString"] }, "1st": { "type": "object", "properties": { "+1": {
                "type": "integer" }, "-1": { "type": "integer" } } } } } }
            """;
        var run = Harness.Run(("a.openapi.json", document));

        Assert.Empty(run.CompilerFindings);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(SchemaDescriptors.Renamed.Id, diagnostic.Id));
        Assert.True(run.Diagnostics.Length >= 4);
    }

    private static IEnumerable<string> Bodies(GeneratorRun run) => run.Sources
        .OrderBy(source => source.Key, StringComparer.Ordinal)
        .Select(source => source.Key + source.Value.Replace("openapi.yaml", "openapi.json", StringComparison.Ordinal));

    private static JsonNode Reverse(JsonNode node) => node switch
    {
        JsonObject obj => new JsonObject(obj
            .Reverse()
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Reverse(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(item => item is null ? null : Reverse(item))]),
        _ => JsonNode.Parse(node.ToJsonString(), documentOptions: new JsonDocumentOptions())!,
    };
}
