using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>A mistake is told once, and its advice can be followed.</summary>
public sealed class MessageTests
{
    private const string Body = """
        "types": { "Id": { "type": "string", "id": true }, "Deal": { "type": "object", "properties": { "id": { "$ref": "#/types/Id" } } } },
        "channels": { "Deals": { "events": { "won": { "payload": { "$ref": "#/types/Deal" } } } } },
        "clients": { "Crm": { "endpoints": { "ping": { "method": "GET", "path": "/" } } } }
        """;

    public static TheoryData<string, string> ForeignWords => new()
    {
        { """{ "type": "string", "nullable": true }""", "write the type as [\"string\", \"null\"]" },
        { """{ "allOf": [ { "type": "string" } ] }""", "write all properties into one object" },
        { """{ "anyOf": [ { "type": "string" } ] }""", "use 'oneOf'" },
        { """{ "not": { "type": "string" } }""", "leave it out" },
        { """{ "type": "integer", "minimum": 1 }""", "the server checks values" },
        { """{ "type": "string", "pattern": "a+" }""", "the server checks values" },
        { """{ "type": "object", "$defs": { "A": { "type": "string" } } }""", "declare the types under 'types'" },
        { """{ "type": "string", "default": "a" }""", "leave it out" },
        { """{ "type": "string", "x-order": 1 }""", "has no extensions" },
        { """{ "type": "string", "example": "a" }""", "write 'examples'" },
    };

    public static TheoryData<string, string> Documents => new()
    {
        { """{ "openapi": "3.1.0", "info": { "title": "T" }, "paths": { "/": { } }, "components": { "schemas": { } } }""", "OpenAPI" },
        { """{ "swagger": "2.0", "info": { "title": "T" }, "definitions": { } }""", "OpenAPI" },
        { """{ "asyncapi": "3.0.0", "info": { "title": "T" }, "channels": { } }""", "AsyncAPI" },
        { """{ "title": "T", "type": "object", "properties": { "a": { } }, "$defs": { } }""", "JSON Schema" },
    };

    /// <summary>Types with one mistake, in places that have rules of their own.</summary>
    public static TheoryData<string, string> BrokenTypes => new()
    {
        { "PITCHLY1003", """{ "type": "strnig" }""" },
        { "PITCHLY1003", """{ "type": "strnig", "format": "uri" }""" },
        { "PITCHLY1003", """{ "oneOf": [ ] }""" },
        { "PITCHLY1005", """{ "$ref": "#/types/Missing" }""" },
        { "PITCHLY1005", """{ "$ref": "Missing" }""" },
    };

    /// <summary>Mistakes from which others seem to follow.</summary>
    public static TheoryData<string, string> Single => new()
    {
        { "PITCHLY1012", Endpoint("""
            "method": "POST", "path": "/", "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "string" } } } }
            """) },
        { "PITCHLY1003", Endpoint("""
            "method": "GET", "path": "/", "responses": { "200": { "content": { "json": { "schema": { "type": "string" } } } } }
            """) },
        { "PITCHLY1002", Endpoint("""
            "method": "GET", "path": "/", "parameters": [ { "$ref": "#/parameters/page" } ]
            """) },
        { "PITCHLY1002", Endpoint("""
            "method": "POST", "path": "/", "requestBody": { "$ref": "#/bodies/b" }
            """) },
        { "PITCHLY1002", Endpoint("""
            "method": "GET", "path": "/", "parameters": [ { "nmae": "q", "in": "query", "schema": { "type": "string" } } ]
            """) },
        { "PITCHLY1002", Endpoint("""
            "methd": "GET", "path": "/"
            """) },
        { "PITCHLY1002", Endpoint("""
            "graphq": { "operation": "query", "field": "f", "result": {} }
            """) },
        { "PITCHLY1003", Endpoint("""
            "method": "GET", "path": "/{id}", "parameters": [ { "name": "id", "in": "pth", "schema": { "type": "string" } } ]
            """) },
        { "PITCHLY1004", Endpoint("""
            "method": "GET", "path": "/{id}", "parameters": [ { "name": "id", "schema": { "type": "string" } } ]
            """) },
        { "PITCHLY1004", Endpoint("""
            "method": "GET", "parameters": [ { "name": "id", "in": "path", "schema": { "type": "string" } } ]
            """) },
        { "PITCHLY1003", Endpoint("""
            "method": "POST", "path": "/", "parameters": [ { "name": "b", "in": "body", "schema": { "type": "object", "properties": { "x": {} } } } ]
            """) },
        { "PITCHLY1002", Types("""
            "A": { "allOf": [ { "type": "object" } ] }, "B": { "type": "object", "required": ["x"], "properties": { "x": {} } },
            "C": { "oneOf": [ { "$ref": "#/types/A" }, { "type": "object" }, { "$ref": "#/types/B" }, { "type": "string" } ] }
            """) },
        { "PITCHLY1012", Types("""
            "A": { "$ref": "#/types/A" }
            """) },
        { "PITCHLY1012", Types("""
            "A": { "$ref": "#/types/B" }, "B": { "$ref": "#/types/C" }, "C": { "$ref": "#/types/A" }, "D": { "type": "object", "properties": { "b": { "$ref": "#/types/B" } } }
            """) },
        { "PITCHLY1009", Types("""
            "A": { "oneOf": [ { "type": "object", "properties": { "a": {} } }, { "type": "object", "properties": { "b": {} } }, { "type": "object", "properties": { "c": {} } } ] }
            """) },
        { "PITCHLY1003", Types("""
            "A": { "type": "object", "properties": { "x": { "enum": [ true, false ] } } }, "B": { "type": "array", "items": { "$ref": "#/types/A" } }
            """) },
    };

    [Theory]
    [MemberData(nameof(Single))]
    public void A_mistake_is_told_once(string id, string schema) => AssertOne(Harness.Run(("a.pitchly.json", schema)), id, "");

    [Theory]
    [InlineData("my app")]
    [InlineData("My.class")]
    [InlineData("System.Mine")]
    public void A_bad_namespace_is_one_diagnostic(string name)
    {
        var run = Harness.Run(("deals.pitchly.json", $$"""{ "pitchly": "1.0", "namespace": "{{name}}", {{Body}} }"""));

        AssertOne(run, SchemaDescriptors.BadName.Id, "write another");
    }

    [Theory]
    [InlineData("-.pitchly.json")]
    [InlineData("folder/.pitchly.json")]
    public void A_bad_file_name_is_one_diagnostic(string path)
    {
        var run = Harness.Run((path, $$"""{ "pitchly": "1.0", "namespace": "MyApp", {{Body}} }"""));

        AssertOne(run, SchemaDescriptors.BadName.Id, "'title'");
    }

    [Fact]
    public void Two_bad_file_names_are_two_diagnostics()
    {
        var run = Harness.Run(
            ("-.pitchly.json", """{ "pitchly": "1.0", "namespace": "N", "types": { "A": { "enum": ["x"] } }, "channels": { "C": { } } }"""),
            ("+.pitchly.json", """{ "pitchly": "1.0", "namespace": "N", "types": { "B": { "enum": ["x"] } }, "channels": { "D": { } } }"""));

        Assert.Equal(["PITCHLY1007", "PITCHLY1007"], run.Diagnostics.Select(found => found.Id));
    }

    [Fact]
    public void Advice_on_colliding_enum_values_can_be_followed()
    {
        var run = Harness.Run(("a.pitchly.json", Type("""{ "enum": ["date", "-date"] }""")));
        var advised = Type("""{ "oneOf": [ { "const": "date" }, { "const": "-date", "csharpName": "DateDescending" } ] }""");
        var followed = Harness.Run(("a.pitchly.json", advised));

        AssertOne(run, SchemaDescriptors.Collision.Id, """constants in 'oneOf', this one as { "const": "-date", "csharpName": "…" }""");
        followed.AssertClean();
    }

    [Theory]
    [InlineData("""{ "oneOf": [ { "const": "up" }, { "const": "down" } ] }""")]
    [InlineData("""{ "oneOf": [ { "const": "+1", "csharpName": "Up", "description": "Agrees." }, { "const": "0" }, { "type": "null" } ] }""")]
    [InlineData("""{ "oneOf": [ { "const": "1.6+json" }, { "const": "1.6-json", "csharpName": "Dashed", "deprecated": true } ] }""")]
    [InlineData("""{ "oneOf": [ { "const": "", "csharpName": "Nothing" }, { "const": "=", "csharpName": "Same" } ] }""")]
    public void Constants_in_oneOf_are_an_enum(string type)
    {
        var run = Harness.Run(("a.pitchly.json", Type(type))).AssertClean();

        Assert.Contains("public static A", run.Sources["N.A.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ForeignWords))]
    public void A_word_of_JSON_Schema_is_answered_by_a_cure(string type, string says) =>
        AssertOne(Harness.Run(("a.pitchly.json", Type(type))), SchemaDescriptors.UnknownKeyword.Id, says);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_of_another_format_is_one_diagnostic(string text, string says) =>
        AssertOne(Harness.Run(("a.pitchly.json", text)), SchemaDescriptors.UnknownKeyword.Id, says);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("// later\n")]
    public void An_empty_file_is_said_to_be_empty(string text) =>
        AssertOne(Harness.Run(("a.pitchly.json", text)), SchemaDescriptors.BadJson.Id, "the file is empty");

    [Theory]
    [MemberData(nameof(BrokenTypes))]
    public void A_broken_type_in_a_form_is_one_diagnostic(string id, string type) => AssertOne(
        Harness.Run(("a.pitchly.json", Endpoint($$"""
            "method": "POST", "path": "/", "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {{type}} } } }
            """))),
        id,
        "");

    [Theory]
    [MemberData(nameof(BrokenTypes))]
    public void A_broken_type_in_a_union_is_one_diagnostic(string id, string type)
    {
        var union = Type($$"""{ "oneOf": [ { "type": "string" }, { "type": "number" }, {{type}} ] }""");

        AssertOne(Harness.Run(("a.pitchly.json", union)), id, "");
    }

    [Theory]
    [MemberData(nameof(BrokenTypes))]
    public void A_broken_reply_that_raises_is_one_diagnostic(string id, string type)
    {
        var run = Harness.Run(("a.pitchly.json", $$"""
            {
              "pitchly": "1.0",
              "namespace": "N",
              "channels": { "C": {
                "events": { "e": { "payload": { "type": "boolean" } } },
                "requests": { "r": { "reply": {{type}}, "raises": "e" } }
              } }
            }
            """));

        AssertOne(run, id, "");
    }

    [Fact]
    public void A_broken_parameter_is_one_diagnostic() => AssertOne(
        Harness.Run(("a.pitchly.json", Endpoint("""
            "method": "GET", "path": "/", "parameters": [ { "name": "q", "in": "query", "schema": { "$ref": "#/types/Missing" } } ]
            """))),
        SchemaDescriptors.DanglingReference.Id,
        "");

    [Fact]
    public void A_reference_to_an_unreadable_file_is_silent() => AssertOne(
        Harness.Run(
            ("broken.pitchly.json", "{"),
            ("a.pitchly.json", Type("""{ "type": "object", "properties": { "x": { "$ref": "broken.pitchly.json#/types/X" } } }"""))),
        SchemaDescriptors.BadJson.Id,
        "");

    [Theory]
    [InlineData("a/b", "a~1b")]
    [InlineData("a~b", "a~0b")]
    [InlineData("a b", "a%20b")]
    public void A_reference_is_a_JSON_pointer(string name, string pointer)
    {
        var run = Harness.Run(("a.pitchly.json", References(name, pointer)));
        var dangling = Harness.Run(("a.pitchly.json", References(name, "x")));

        run.AssertClean();
        AssertOne(dangling, SchemaDescriptors.DanglingReference.Id, $"declares B, {pointer.Replace("%20", " ", StringComparison.Ordinal)}");
    }

    private static string References(string name, string pointer) => $$"""
        {
          "pitchly": "1.0",
          "namespace": "N",
          "types": {
            "{{name}}": { "type": "string", "id": true },
            "B": { "type": "object", "properties": { "x": { "$ref": "#/types/{{pointer}}" } } }
          }
        }
        """;

    private static string Endpoint(string parts) =>
        $$"""{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "endpoints": { "e": { {{parts}} } } } } }""";

    private static string Types(string types) => $$"""{ "pitchly": "1.0", "namespace": "N", "types": { {{types}} } }""";

    private static string Type(string type) => $$"""{ "pitchly": "1.0", "namespace": "N", "types": { "A": {{type}} } }""";

    private static void AssertOne(GeneratorRun run, string id, string says)
    {
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(id, found.Id);
        Assert.Contains(says, found.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
        Assert.Empty(run.CompilerFindings);
    }
}
