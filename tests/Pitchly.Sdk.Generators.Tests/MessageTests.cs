using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>An error is reported once, and the user can follow the advice in its message.</summary>
public sealed class MessageTests
{
    [Theory]
    [MemberData(nameof(MessageCases.Single), MemberType = typeof(MessageCases))]
    public void Mistake_is_reported_once(string id, string schema) => AssertOne(Harness.Run(("a.pitchly.json", schema)), id, "");

    [Theory]
    [InlineData("my app")]
    [InlineData("My.class")]
    [InlineData("System.Mine")]
    public void A_bad_namespace_is_one_diagnostic(string name)
    {
        var run = Harness.Run(("deals.pitchly.json", $$"""{ "pitchly": "1.0", "namespace": "{{name}}", {{MessageCases.Body}} }"""));

        AssertOne(run, SchemaDescriptors.BadName.Id, "choose another one");
    }

    [Theory]
    [InlineData("-.pitchly.json")]
    [InlineData("folder/.pitchly.json")]
    public void A_bad_file_name_is_one_diagnostic(string path)
    {
        var run = Harness.Run((path, $$"""{ "pitchly": "1.0", "namespace": "MyApp", {{MessageCases.Body}} }"""));

        AssertOne(run, SchemaDescriptors.BadName.Id, "'title'");
    }

    [Fact]
    public void Two_bad_file_names_are_two_diagnostics()
    {
        var run = Harness.Run(
            ("-.pitchly.json", """{ "pitchly": "1.0", "namespace": "N", "types": { "A": { "enum": ["x"] } }, "channels": { "C": { } } }"""),
            ("+.pitchly.json", """
                { "pitchly": "1.0", "namespace": "N", "types": { "B": { "enum": ["x"] } }, "channels": { "D": { } } }
                """));

        Assert.Equal(["PITCHLY1007", "PITCHLY1007"], run.Diagnostics.Select(found => found.Id));
    }

    [Fact]
    public void Advice_on_colliding_enum_values_can_be_followed()
    {
        var run = Harness.Run(("a.pitchly.json", MessageCases.Type("""{ "enum": ["date", "-date"] }""")));
        var advised = MessageCases.Type("""{ "oneOf": [ { "const": "date" }, { "const": "-date", "csharpName": "DateDescending" } ] }""");
        var followed = Harness.Run(("a.pitchly.json", advised));

        AssertOne(run, SchemaDescriptors.Collision.Id, """constants in 'oneOf', this one as { "const": "-date", "csharpName": "…" }""");
        followed.AssertClean();
    }

    [Theory]
    [InlineData("""{ "oneOf": [ { "const": "up" }, { "const": "down" } ] }""")]
    [InlineData("""
        { "oneOf": [ { "const": "+1", "csharpName": "Up", "description": "Agrees." }, { "const": "0" }, { "type": "null" } ] }
        """)]
    [InlineData("""{ "oneOf": [ { "const": "1.6+json" }, { "const": "1.6-json", "csharpName": "Dashed", "deprecated": true } ] }""")]
    [InlineData("""{ "oneOf": [ { "const": "", "csharpName": "Nothing" }, { "const": "=", "csharpName": "Same" } ] }""")]
    public void Constants_in_oneOf_are_an_enum(string type)
    {
        var run = Harness.Run(("a.pitchly.json", MessageCases.Type(type))).AssertClean();

        Assert.Contains("public static A", run.Sources["N.A.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MessageCases.UnsupportedKeywords), MemberType = typeof(MessageCases))]
    public void Unsupported_JSON_Schema_keyword_suggests_a_fix(string type, string says) =>
        AssertOne(Harness.Run(("a.pitchly.json", MessageCases.Type(type))), SchemaDescriptors.UnknownKeyword.Id, says);

    [Theory]
    [MemberData(nameof(MessageCases.Documents), MemberType = typeof(MessageCases))]
    public void A_document_of_another_format_is_one_diagnostic(string text, string says) =>
        AssertOne(Harness.Run(("a.pitchly.json", text)), SchemaDescriptors.UnknownKeyword.Id, says);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("// later\n")]
    public void Empty_file_is_reported_as_empty(string text) =>
        AssertOne(Harness.Run(("a.pitchly.json", text)), SchemaDescriptors.BadJson.Id, "the file is empty");

    [Theory]
    [MemberData(nameof(MessageCases.BrokenTypes), MemberType = typeof(MessageCases))]
    public void A_broken_type_in_a_form_is_one_diagnostic(string id, string type) => AssertOne(
        Harness.Run(("a.pitchly.json", MessageCases.Endpoint($$"""
            "method": "POST", "path": "/", "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {{type}} } } }
            """))),
        id,
        "");

    [Theory]
    [MemberData(nameof(MessageCases.BrokenTypes), MemberType = typeof(MessageCases))]
    public void A_broken_type_in_a_union_is_one_diagnostic(string id, string type)
    {
        var union = MessageCases.Type($$"""{ "oneOf": [ { "type": "string" }, { "type": "number" }, {{type}} ] }""");

        AssertOne(Harness.Run(("a.pitchly.json", union)), id, "");
    }

    [Theory]
    [MemberData(nameof(MessageCases.BrokenTypes), MemberType = typeof(MessageCases))]
    public void Broken_reply_of_a_request_is_one_diagnostic(string id, string type)
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
        Harness.Run(("a.pitchly.json", MessageCases.Endpoint("""
            "method": "GET", "path": "/", "parameters": [ { "name": "q", "in": "query", "schema": { "$ref": "#/types/Missing" } } ]
            """))),
        SchemaDescriptors.DanglingReference.Id,
        "");

    [Fact]
    public void Reference_to_an_unreadable_file_is_not_reported() => AssertOne(
        Harness.Run(
            ("broken.pitchly.json", "{"),
            ("a.pitchly.json", MessageCases.Type("""
                { "type": "object", "properties": { "x": { "$ref": "broken.pitchly.json#/types/X" } } }
                """))),
        SchemaDescriptors.BadJson.Id,
        "");

    [Theory]
    [InlineData("a/b", "a~1b")]
    [InlineData("a~b", "a~0b")]
    [InlineData("a b", "a%20b")]
    public void Reference_fragment_is_a_JSON_pointer(string name, string pointer)
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

    private static void AssertOne(GeneratorRun run, string id, string says)
    {
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(id, found.Id);
        Assert.Contains(says, found.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
        Assert.Empty(run.CompilerFindings);
    }
}
