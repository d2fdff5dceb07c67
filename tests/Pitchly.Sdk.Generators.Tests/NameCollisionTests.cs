using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Generators.Tests;

/// <summary>Emitted code has the same meaning whatever types and namespaces surround it.</summary>
public sealed class NameCollisionTests
{
    private static readonly (string Name, string Text)[] Schemas =
    [
        Nest(Harness.Schema("kitchen.pitchly.json")), .. Shipped.All.Select(Shipped.Elsewhere).Select(Nest),
    ];

    private static readonly GeneratorRun Alone = Harness.Run(Schemas).AssertClean();

    /// <summary>Root namespaces. A type with such a name in the global namespace hides the whole namespace from all code.</summary>
    private static readonly string[] Roots = ["System", "Microsoft", "Pitchly", "Around"];

    private static IReadOnlyList<string> SimpleNames => [.. Alone.Result.GeneratedTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes(descendIntoTrivia: true))
        .OfType<SimpleNameSyntax>()
        .Select(name => name.Identifier.ValueText)
        .Where(SyntaxFacts.IsValidIdentifier)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Places => new()
    {
        { "", "type" },
        { "Around", "type" },
        { "Around.Kitchen", "type" },
        { "Around.Kitchen.Sink", "type" },
        { "", "namespace" },
        { "Around", "namespace" },
        { "Around.Kitchen", "namespace" },
        { "Around.Kitchen.Sink", "namespace" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Emitted_code_compiles_next_to_types_with_its_names(string place, string kind)
    {
        var taken = Taken(place);
        var names = SimpleNames.Where(name => !taken.Contains(name) && !(place.Length == 0 && Roots.Contains(name)));
        var declared = string.Join(
            '\n',
            names.Select(name => kind == "type" ? $"public class @{name} {{ }}" : $"namespace @{name} {{ public class Inside {{ }} }}"));
        var source = $"#pragma warning disable\n{(place.Length == 0 ? declared : $"namespace {place} {{ {declared} }}")}";

        var run = Harness.Run(source, Schemas);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerFindings.Select(found => found.ToString().Split('/')[^1]));
        Assert.True(SimpleNames.Count > 300);
    }

    /// <summary>Returns the names that the emitted code itself declares in a namespace.</summary>
    private static HashSet<string> Taken(string place)
    {
        var there = place.Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(
                (INamespaceSymbol?)Alone.Compilation.Assembly.GlobalNamespace,
                (ns, part) => ns?.GetMembers(part).OfType<INamespaceSymbol>().SingleOrDefault());
        return [.. there?.GetMembers().Select(member => member.Name) ?? []];
    }

    private static (string Name, string Text) Nest((string Name, string Text) schema) => (schema.Name, schema.Text
        .Replace("\"namespace\": \"Kitchen", "\"namespace\": \"Around.Kitchen", StringComparison.Ordinal)
        .Replace("\"namespace\": \"Elsewhere", "\"namespace\": \"Around.Kitchen", StringComparison.Ordinal));

    /// <summary>
    /// Types of a schema with the names of types of .NET and the SDK, in every role, and as properties of each other.
    /// </summary>
    [Fact]
    public void Schema_types_may_have_the_names_of_NET_types()
    {
        string[] names =
        [
            .. typeof(Emit.Known).GetFields().Select(field => field.Name), "System", "Microsoft", "Pitchly", "Kind", "Global"
        ];
        var types = names.Select((name, index) => (index % 4) switch
        {
            0 => $$""" "{{name}}": { "type": "string", "id": true } """,
            1 => $$""" "{{name}}": { "enum": ["a", "b"] } """,
            2 => $$""" "{{name}}": { "oneOf": [ { "type": "string" }, { "$ref": "#/types/All" } ] } """,
            _ => $$""" "{{name}}": { "type": "object", "properties": { "x": { "$ref": "#/types/All" } } } """,
        });
        var members = names.Select(name => $$""" "{{name}}": { "$ref": "#/types/{{name}}" } """);
        var scalars = """
            "at": { "type": "string", "format": "date-time" }, "site": { "type": "string", "format": "uri" }, "uuid": { "type": "string",
              "format": "uuid" },
            "token": { "type": "string", "secret": true }, "any": {}, "list": { "type": "array", "items": { "type": "string",
              "format": "uri" } },
            "map": { "type": "object", "additionalProperties": { "type": "number" } }
            """;

        Harness.Run(("a.pitchly.json", $$"""
            {
              "pitchly": "1.0",
              "namespace": "Mine.System.Pitchly",
              "types": { {{string.Join(',', types)}}, "All": { "type": "object", "properties": { {{string.Join(',', members)}},
                {{scalars}} } } },
              "channels": { "Bell": { "events": { "rung": { "payload": { "$ref": "#/types/All" }, "cached": true } }, "requests": { "ask": {
                "payload": { "$ref": "#/types/Uri" }, "reply": { "$ref": "#/types/Type" } } } } },
              "clients": { "Web": { "credential": { "in": "header" }, "endpoints": {
                "get": { "method": "GET", "path": "/", "parameters": [ { "name": "uri", "in": "query", "schema": { "type": "string",
                  "format": "uri" } } ], "responses": { "200": { "content": { "application/json": { "schema": {
                    "$ref": "#/types/All" } } } } } },
                "put": { "method": "PUT", "path": "/", "requestBody": { "content": { "application/json": { "schema": {
                  "$ref": "#/types/All" } } } } } } } }
            }
            """)).AssertClean();
    }

    /// <summary>Members of clients and unions with the names of types of their schema.</summary>
    [Fact]
    public void Members_never_hide_types() => Harness.Run(("a.pitchly.json", """
        {
          "pitchly": "1.0",
          "namespace": "N",
          "types": {
            "Pipeline": { "type": "object", "properties": { "x": {} } },
            "MessageReceived": { "type": "object", "properties": { "x": {} } },
            "RaiseMessage": { "type": "object", "properties": { "x": {} } },
            "RaiseMessageAsync": { "type": "object", "properties": { "x": {} } },
            "StartOperation": { "type": "object", "properties": { "x": {} } },
            "StartAsync": { "type": "object", "properties": { "x": {} } },
            "StartEndpoint": { "type": "object", "properties": { "x": {} } },
            "Message": { "type": "object", "properties": { "x": {} } },
            "Options": { "type": "object", "properties": { "x": {} } },
            "FromA": { "type": "object", "required": ["a"], "properties": { "a": {} } },
            "TryGetA": { "type": "object", "required": ["b"], "properties": { "b": {} } },
            "A": { "type": "string", "id": true },
            "Union": { "oneOf": [ { "$ref": "#/types/A" }, { "$ref": "#/types/FromA" }, { "$ref": "#/types/TryGetA" } ] },
            "Holder": { "type": "object", "required": ["pipeline", "fromA"], "properties": { "pipeline": { "$ref": "#/types/Pipeline" },
              "fromA": { "$ref": "#/types/FromA" }, "a": { "$ref": "#/types/A" }, "union": { "$ref": "#/types/Union" } } }
          },
          "channels": { "Line": {
            "events": { "message": { "payload": { "$ref": "#/types/Message" }, "cached": true }, "messages": { "payload": { "type": "array",
              "items": { "$ref": "#/types/MessageReceived" } } }, "raised": { "payload": { "$ref": "#/types/RaiseMessage" } } },
            "requests": { "get": { "payload": { "$ref": "#/types/RaiseMessageAsync" }, "reply": { "$ref": "#/types/Message" },
              "raises": "message" }, "options": { "payload": { "$ref": "#/types/Options" }, "reply": { "$ref": "#/types/Options" } } } } },
          "clients": {
            "Http": { "endpoints": {
              "start": { "method": "POST", "path": "/", "requestBody": { "content": { "application/json": { "schema": {
                "$ref": "#/types/StartEndpoint" } } } }, "responses": { "200": { "content": { "application/json": { "schema": {
                  "$ref": "#/types/Pipeline" } } } } } },
              "other": { "method": "GET", "path": "/", "responses": { "200": { "content": { "application/json": { "schema": {
                "$ref": "#/types/StartAsync" } } } } } } } },
            "Graph": { "endpoints": { "start": { "graphql": { "operation": "query", "field": "start", "result": {
              "$ref": "#/types/Pipeline" } } }, "again": { "graphql": { "operation": "query", "field": "again", "result": {
                "$ref": "#/types/StartOperation" } } } } }
          }
        }
        """)).AssertClean();
}
