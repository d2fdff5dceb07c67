namespace Pitchly.Generators.Tests;

/// <summary>Typical mistakes of users and converters. Each of them is one diagnostic.</summary>
internal static class MessageCases
{
    public const string Body = """
        "types": { "Id": { "type": "string", "id": true }, "Deal": { "type": "object", "properties": { "id": { "$ref": "#/types/Id" } } } },
        "channels": { "Deals": { "events": { "won": { "payload": { "$ref": "#/types/Deal" } } } } },
        "clients": { "Crm": { "endpoints": { "ping": { "method": "GET", "path": "/" } } } }
        """;

    public static TheoryData<string, string> UnsupportedKeywords => new()
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

    /// <summary>Types with one error, in locations that have their own rules.</summary>
    public static TheoryData<string, string> BrokenTypes => new()
    {
        { "PITCHLY1003", """{ "type": "strnig" }""" },
        { "PITCHLY1003", """{ "type": "strnig", "format": "uri" }""" },
        { "PITCHLY1003", """{ "oneOf": [ ] }""" },
        { "PITCHLY1005", """{ "$ref": "#/types/Missing" }""" },
        { "PITCHLY1005", """{ "$ref": "Missing" }""" },
    };

    /// <summary>Errors that could lead to other diagnostics.</summary>
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

    public static string Endpoint(string parts) =>
        $$"""{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "endpoints": { "e": { {{parts}} } } } } }""";

    public static string Types(string types) => $$"""{ "pitchly": "1.0", "namespace": "N", "types": { {{types}} } }""";

    public static string Type(string type) => $$"""{ "pitchly": "1.0", "namespace": "N", "types": { "A": {{type}} } }""";
}
