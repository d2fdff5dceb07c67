using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.Tests.OpenApi;

/// <summary>Constants and enums with one value, in every location of a document.</summary>
public sealed class ConstantTests
{
    [Theory]
    [InlineData("""{ "const": "a", "allOf": [{ "$ref": "#/components/schemas/A" }] }""")]
    [InlineData("""{ "const": "a", "oneOf": [{ "$ref": "#/components/schemas/A" }, { "const": 1 }] }""")]
    [InlineData("""{ "const": "a", "$ref": "#/components/schemas/A" }""")]
    public void Circular_constant_terminates(string schema)
    {
        var run = Harness.Run(("a.openapi.json", $$"""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {}, "components": { "schemas": {
              "A": {{schema}}, "B": { "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/components/schemas/A" } } }
            } } }
            """));

        Assert.Null(run.Result.Results[0].Exception);
        Assert.Empty(run.CompilerFindings);
    }

    /// <summary>A name is created for a value in every location, whether the value is inline or referenced.</summary>
    [Theory]
    [InlineData("_")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("class")]
    [InlineData("名")]
    [InlineData("Equals")]
    public void Value_that_is_not_a_CSharp_identifier_gets_a_name(string value)
    {
        foreach (var single in new[]
        {
            $$"""{ "const": "{{value}}" }""",
            $$"""{ "type": "string", "enum": ["{{value}}"] }""",
            """{ "$ref": "#/components/schemas/Single" }""",
        })
        {
            var run = Harness.Run(("a.openapi.json", $$"""
                { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": { "/a/{at}": { "post": {
                  "operationId": "a",
                  "parameters": [
                    { "name": "at", "in": "path", "required": true, "schema": {{single}} },
                    { "name": "h", "in": "header", "schema": {{single}} },
                    { "name": "q", "in": "query", "schema": { "type": "array", "items": {{single}} } }
                  ],
                  "requestBody": { "content": { "application/json": { "schema": {{single}} } } },
                  "responses": {
                    "200": { "description": "", "content": { "application/json": { "schema": {{single}} } } },
                    "400": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/All" } } } }
                  } } } },
                "webhooks": { "w": { "post": { "requestBody": { "content": { "application/json": { "schema": {{single}} } } } } } },
                "components": { "schemas": {
                  "Single": { "const": "{{value}}" },
                  "Either": { "oneOf": [{{single}}, { "const": 1 }, { "type": "boolean" }] },
                  "Joined": { "allOf": [{{single}}] },
                  "All": { "type": "object", "required": ["must"], "additionalProperties": {{single}},
                    "properties": { "may": {{single}}, "must": {{single}}, "list": { "type": "array", "items": {{single}} },
                      "map": { "type": "object", "additionalProperties": {{single}} } } }
                } } }
                """));

            Assert.Empty(run.CompilerFindings);
            Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }
    }
}
