namespace Pitchly.Generators.Tests;

/// <summary>
/// The errors of a schema: for each, the diagnostic, a part of the message, and the schema, with « and » around the location of the error.
/// </summary>
internal static class DiagnosticCases
{
    public static TheoryData<string, string, string> All => new()
    {
        // Invalid JSON
        { "PITCHLY1001", "valid JSON", """{ "pitchly": "1.0", "namespace": "N", "types" «{» } }""" },
        { "PITCHLY1001", "valid JSON", """{ "pitchly": "1.0", "namespace": "N",""" + "\n  \"title\": \"ü\" «\"»x\" }" },
        { "PITCHLY1001", "surrogate", """{ "pitchly": "1.0", "namespace": "N", "title": «"\ud800"» }""" },

        // Unknown keywords
        { "PITCHLY1002", "did you mean 'types'?", """{ "pitchly": "1.0", "namespace": "N", «"typs"»: { } }""" },
        { "PITCHLY1002", "its keywords are", Types("\"A\": { \"type\": \"string\", «\"minLength\"»: 3 }") },
        { "PITCHLY1002", "an event", Channel("\"events\": { \"e\": { «\"palyload\"»: { } } }") },

        // Wrong types and values
        { "PITCHLY1003", "must be an object, but is an array", """{ "pitchly": "1.0", "namespace": "N", "types": «[» ] }""" },
        { "PITCHLY1003", "the only version", """{ "pitchly": «"2.0"», "namespace": "N" }""" },
        { "PITCHLY1003", "'strnig'", Types("\"A\": { \"type\": «\"strnig\"» }") },
        { "PITCHLY1003", "'byte', 'uri' or 'uuid'", Types("\"A\": { \"type\": \"string\", \"format\": «\"email\"» }") },
        { "PITCHLY1003", "two or more types", Types("\"A\": { \"oneOf\": «[» { \"type\": \"string\" } ] }") },
        { "PITCHLY1003", "the name of a property, but is 'b'", Types("\"A\": { \"type\": \"object\", \"properties\": { \"x\": { } }, \"required\": [ «\"b\"» ] }") },
        { "PITCHLY1003", "'FETCH'", Client("\"e\": { \"method\": «\"FETCH\"», \"path\": \"/\" }") },
        { "PITCHLY1003", "starts with one '/'", Client("\"e\": { \"method\": \"GET\", \"path\": «\"x\"» }") },
        { "PITCHLY1003", "starts with one '/'", Client("\"e\": { \"method\": \"GET\", \"path\": «\"//evil.example/x\"» }") },
        { "PITCHLY1003", "without the segment '..'", Client("\"e\": { \"method\": \"GET\", \"path\": «\"/a/../b\"» }") },
        { "PITCHLY1003", "a GraphQL type", Client("\"e\": { \"graphql\": { \"operation\": \"query\", \"field\": \"f\", \"result\": { }, \"arguments\": { \"a\": «\"ID!!\"» } }, \"parameters\": [ { \"name\": \"a\", \"schema\": { } } ] }") },
        { "PITCHLY1003", "the type of the reply", Channel("\"events\": { \"e\": { \"payload\": { \"type\": \"string\" } } }, \"requests\": { \"r\": { \"reply\": { \"type\": \"boolean\" }, \"raises\": «\"e\"» } }") },

        { "PITCHLY1003", "must be a string, but is a number", Types("\"A\": { \"enum\": [ \"x\", «1» ] }") },
        { "PITCHLY1003", "must be a whole number, but is 1.5", Types("\"A\": { \"enum\": [ 1, «1.5» ] }") },
        { "PITCHLY1003", "but is an array without such values", Types("\"A\": { \"enum\": «[» null ] }") },
        { "PITCHLY1003", "a string, a whole number, true or false, but is 1e3", Types("\"A\": { \"const\": «1e3» }") },
        { "PITCHLY1003", "write { \"type\": \"boolean\" }", Types("\"A\": { \"oneOf\": «[» { \"const\": true }, { \"const\": false } ] }") },
        { "PITCHLY1003", "like the first constant, but is a number", Types("\"A\": { \"oneOf\": [ { \"const\": \"x\" }, «{» \"const\": 1 } ] }") },

        { "PITCHLY1003", "'page' or 'offset'", Paged("{ \"by\": «\"next\"» }") },
        { "PITCHLY1003", "'after', but is 'afters'", Paged("{ \"by\": \"cursor\", \"items\": \"/rows\", \"next\": \"/next\", \"parameter\": «\"afters\"» }") },
        { "PITCHLY1003", "which starts with '/'", Paged("{ \"by\": \"link\", \"items\": «\"rows\"» }") },
        { "PITCHLY1003", "the JSON pointer of a list in the page, but is '/next', which is not a list", Paged("{ \"by\": \"link\", \"items\": «\"/next\"» }") },
        { "PITCHLY1003", "the page itself, which is not a list", Paged("«{» \"by\": \"link\" }") },
        { "PITCHLY1004", "the JSON pointer of the cursor", Paged("«{» \"by\": \"cursor\", \"items\": \"/rows\", \"parameter\": \"after\" }") },
        { "PITCHLY1004", "the query parameter", Paged("«{» \"by\": \"page\", \"items\": \"/rows\" }") },
        { "PITCHLY1011", "the address of the next page", Paged("{ \"by\": \"link\", \"items\": \"/rows\", \"parameter\": «\"after\"» }") },
        { "PITCHLY1011", "is not JSON", Client("\"e\": { \"method\": \"GET\", \"path\": \"/\", \"paging\": «{» \"by\": \"link\" } }") },

        { "PITCHLY1003", "'a', but is 'b'", """{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "keys": { "a": { "in": "basic" } }, "endpoints": { "e": { "method": "GET", "path": "/", "keys": [ «"b"» ] } } } } }""" },
        { "PITCHLY1004", "the name of the header", """{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "keys": { "a": «{» "in": "header" } } } } }""" },
        { "PITCHLY1011", "the Authorization header", """{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "keys": { "a": { "in": "basic", "name": «"x"» } } } } }""" },
        { "PITCHLY1011", "are not cached", """{ "pitchly": "1.0", "namespace": "N", "webhooks": { "events": { "e": { "cached": «true» } } } }""" },

        // Signatures
        { "PITCHLY1004", "'header'", Signed("«{» \"prefix\": \"v0=\" }") },
        { "PITCHLY1003", "the name of a header", Signed("{ \"header\": «\"X Signature\"» }") },
        { "PITCHLY1003", "'hmac-sha256' or 'hmac-sha512', but is 'md5'", Signed("{ \"header\": \"X\", \"algorithm\": «\"md5\"» }") },
        { "PITCHLY1003", "'hex' or 'base64'", Signed("{ \"header\": \"X\", \"encoding\": «\"hexa\"» }") },
        { "PITCHLY1003", "contains {body} exactly once", Signed("{ \"header\": \"X\", \"signed\": «\"the body\"» }") },
        { "PITCHLY1003", "contains {body} exactly once", Signed("{ \"header\": \"X\", \"signed\": «\"{body}{body}\"» }") },
        { "PITCHLY1003", "no other braces, but is '{time}'", Signed("{ \"header\": \"X\", \"signed\": «\"{time}.{body}\"» }") },
        { "PITCHLY1003", "no other braces, but is '}'", Signed("{ \"header\": \"X\", \"signed\": «\"}{body}\"» }") },
        { "PITCHLY1004", "which header contains {timestamp}", Signed("«{» \"header\": \"X\", \"signed\": \"{timestamp}.{body}\" }") },
        { "PITCHLY1003", "can be changed", Signed("«{» \"header\": \"X\", \"timestamp\": { \"header\": \"T\" } }") },
        { "PITCHLY1004", "replaces {id}", Signed("«{» \"header\": \"X\", \"signed\": \"{id}.{body}\" }") },
        { "PITCHLY1011", "add {id}", Signed("{ \"header\": \"X\", \"idHeader\": «\"I\"» }") },
        { "PITCHLY1003", "that no signature contains", Signed("{ \"header\": \"X\", \"separator\": «\"=\"» }") },
        { "PITCHLY1003", "does not contain the separator", Signed("{ \"header\": \"X\", \"separator\": \",\", \"prefix\": «\"v1,\"» }") },
        { "PITCHLY1004", "or write 'prefix'", Timed("«{» }") },
        { "PITCHLY1011", "leave out either 'header' or 'prefix'", Timed("{ \"header\": «\"T\"», \"prefix\": \"t=\" }") },
        { "PITCHLY1003", "distinguishes the timestamp from the signature", Timed("{ \"prefix\": «\"v1\"» }") },
        { "PITCHLY1003", "from 1 to 86400", Timed("{ \"prefix\": \"t=\", \"tolerance\": «0» }") },
        { "PITCHLY1003", "from 1 to 86400", Timed("{ \"prefix\": \"t=\", \"tolerance\": «1.5» }") },
        { "PITCHLY1003", "'seconds' or 'milliseconds'", Timed("{ \"prefix\": \"t=\", \"unit\": «\"minutes\"» }") },
        { "PITCHLY1004", "separates the timestamp from the signature", Signed("«{» \"header\": \"X\", \"prefix\": \"v1=\", \"signed\": \"{timestamp}{body}\", \"timestamp\": { \"prefix\": \"t=\" } }") },
        { "PITCHLY1004", "distinguishes the signature from the timestamp", Signed("«{» \"header\": \"X\", \"separator\": \",\", \"signed\": \"{timestamp}{body}\", \"timestamp\": { \"prefix\": \"t=\" } }") },
        { "PITCHLY1003", "must be an object", Channel("\"events\": { \"e\": { } }, \"signature\": «true»") },
        { "PITCHLY1003", "must be an object", Channel("\"events\": { \"e\": { } }, \"envelope\": «true»") },
        { "PITCHLY1002", "its keywords are $comment, data, error, id, sequence, type", Enveloped("{ «\"stamp\"»: \"t\" }") },
        { "PITCHLY1003", "the name of a member, but is empty", Enveloped("{ \"type\": «\"\"» }") },
        { "PITCHLY1003", "the default name of 'data'", Enveloped("{ \"type\": «\"data\"» }") },
        { "PITCHLY1003", "'type' has it too", Enveloped("{ \"type\": \"t\", \"sequence\": «\"t\"» }") },
        { "PITCHLY1003", "a scheme of the Authorization header", Credential("\"in\": \"header\", \"scheme\": «\"Two words\"»") },
        { "PITCHLY1011", "not sent in a header", Credential("\"in\": \"variable\", \"name\": \"t\", \"type\": \"String\", \"scheme\": «\"Bot\"»") },

        // Missing keywords
        { "PITCHLY1004", "'pitchly'", """«{» "namespace": "N" }""" },
        { "PITCHLY1004", "'namespace'", """«{» "pitchly": "1.0" }""" },
        { "PITCHLY1004", "'reply'", Channel("\"requests\": { «\"r\"»: { } }") },
        { "PITCHLY1004", "'method'", Client("«\"e\"»: { \"path\": \"/\" }") },

        // References
        { "PITCHLY1005", "declares A", Types("\"A\": { \"type\": \"object\", \"properties\": { \"b\": { \"$ref\": «\"#/types/B\"» } } }") },
        { "PITCHLY1005", "the project has no schema file 'some/folder/x.pitchly.json'", Types("\"A\": { \"$ref\": «\"x.pitchly.json#/types/B\"» }") },
        { "PITCHLY1005", "write it as", Types("\"A\": { \"$ref\": «\"B\"» }") },
        { "PITCHLY1005", "no event with this name", Channel("\"requests\": { \"r\": { \"reply\": { }, \"raises\": «\"e\"» } }") },

        // Collisions
        { "PITCHLY1006", "The type 'A'", Types("\"A\": { \"type\": \"string\", \"id\": true }, «\"A\"»: { \"type\": \"string\", \"id\": true }") },
        { "PITCHLY1006", "by 'a-b' and by 'aB'", Types("\"A\": { \"type\": \"object\", \"properties\": { \"a-b\": { }, «\"aB\"»: { } } }") },
        { "PITCHLY1006", "as the C# type 'N.AB'", Types("\"AB\": { \"type\": \"string\", \"id\": true }, «\"A-B\"»: { \"type\": \"string\", \"id\": true }") },
        { "PITCHLY1006", "as the C# type 'N.Abc'", Types("\"ABC\": { \"type\": \"string\", \"id\": true }, «\"Abc\"»: { \"type\": \"string\", \"id\": true }") },
        { "PITCHLY1006", "The keyword 'type'", Types("\"A\": { \"type\": \"string\", «\"type\"»: \"string\" }") },
        { "PITCHLY1006", "The parameter 'q'", Client("\"e\": { \"method\": \"GET\", \"path\": \"/\", \"parameters\": [ { \"name\": \"q\", \"in\": \"query\", \"schema\": { \"type\": \"string\" } }, { \"name\": «\"q\"», \"in\": \"query\", \"schema\": { \"type\": \"string\" } } ] }") },

        { "PITCHLY1006", "The value 'x'", Types("\"A\": { \"enum\": [ \"x\", «\"x\"» ] }") },
        { "PITCHLY1006", "The value 'x'", Types("\"A\": { \"oneOf\": [ { \"const\": \"x\" }, «{» \"const\": \"x\" } ] }") },

        // Names
        { "PITCHLY1007", "'ToString'", Types("\"A\": { \"type\": \"object\", \"properties\": { «\"toString\"»: { } } }") },
        { "PITCHLY1007", "the name of its type", Types("\"Name\": { \"type\": \"object\", \"properties\": { \"x\": { \"csharpName\": «\"Name\"» } } }") },
        { "PITCHLY1007", "a member 'WriteJson'", Types("«\"WriteJson\"»: { \"type\": \"string\", \"id\": true }") },
        { "PITCHLY1007", "no C# name", Types("\"A\": { \"type\": \"object\", \"properties\": { «\"-\"»: { } } }") },
        { "PITCHLY1007", "starts with an uppercase letter", Types("\"A\": { \"type\": \"object\", \"properties\": { \"x\": { \"csharpName\": «\"class\"» } } }") },
        { "PITCHLY1007", "must not be C# keywords", """{ "pitchly": "1.0", "namespace": «"My.class"» }""" },
        { "PITCHLY1007", "reserved for .NET", """{ "pitchly": "1.0", "namespace": «"System.Mine"» }""" },

        // Paths and parameters
        { "PITCHLY1008", "no parameter with this name", Client("\"e\": { \"method\": \"GET\", \"path\": «\"/rows/{rowId}\"» }") },
        { "PITCHLY1008", "has no '{rowId}'", Client("\"e\": { \"method\": \"GET\", \"path\": \"/rows\", \"parameters\": [ { \"name\": «\"rowId\"», \"in\": \"path\", \"schema\": { \"type\": \"string\" } } ] }") },
        { "PITCHLY1008", "unbalanced brace", Client("\"e\": { \"method\": \"GET\", \"path\": «\"/rows/{rowId\"» }") },
        { "PITCHLY1008", "has no parameter", Client("\"e\": { \"graphql\": { \"operation\": \"query\", \"field\": \"f\", \"result\": { }, \"arguments\": { «\"a\"»: \"ID!\" } } }") },

        // Unions
        { "PITCHLY1009", "both can be a string", Types("\"A\": { \"oneOf\": [ { \"type\": \"string\" }, «{» \"type\": \"string\", \"format\": \"uri\" } ] }") },
        { "PITCHLY1009", "a required property", Types("\"X\": { \"type\": \"object\", \"properties\": { \"a\": { } } }, \"Y\": { \"type\": \"object\", \"properties\": { \"b\": { } } }, \"A\": { \"oneOf\": [ { \"$ref\": \"#/types/X\" }, { \"$ref\": «\"#/types/Y\"» } ] }") },

        { "PITCHLY1009", "may accept all objects that no other case accepts", Types("\"X\": { \"type\": \"object\" }, \"A\": { \"oneOf\": [ { \"type\": \"object\", \"additionalProperties\": { } }, { \"$ref\": «\"#/types/X\"» } ] }") },
        { "PITCHLY1009", "both can be", Types("\"A\": { \"oneOf\": [ { \"type\": \"number\" }, «{» \"enum\": [ 1, 2 ] } ] }") },

        // Cycles
        { "PITCHLY1010", "A → A", Types("«\"A\"»: { \"type\": \"object\", \"required\": [ \"x\" ], \"properties\": { \"x\": { \"$ref\": \"#/types/A\" } } }") },

        // Keywords that do not apply
        { "PITCHLY1011", "'items' does not apply to a string", Types("\"A\": { \"type\": \"string\", «\"items\"»: { } }") },
        { "PITCHLY1011", "its values are of another kind: a number", Types("\"A\": { \"enum\": [ 1 ], \"type\": «\"string\"» }") },
        { "PITCHLY1011", "its values are of another kind: true or false", Types("\"A\": { \"const\": true, \"type\": «\"integer\"» }") },
        { "PITCHLY1011", "it restarts", Client("\"e\": { \"idempotent\": «true», \"graphql\": { \"operation\": \"subscription\", \"field\": \"f\", \"result\": { } } }") },
        { "PITCHLY1003", "starts with one '/'", """{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "subscriptionsPath": «"wss://h"» } } }""" },
        { "PITCHLY1011", "'graphql' describes the request", Client("\"e\": { \"path\": «\"/\"», \"graphql\": { \"operation\": \"query\", \"field\": \"f\", \"result\": { } } }") },
        { "PITCHLY1011", "such a request has no body", Client("\"e\": { \"method\": \"GET\", \"path\": \"/\", \"requestBody\": «{» \"content\": { \"application/json\": { \"schema\": { } } } } }") },

        // Types that are not supported in a location
        { "PITCHLY1012", "no plain text form", Client("\"e\": { \"method\": \"GET\", \"path\": \"/\", \"parameters\": [ { \"name\": \"q\", \"in\": \"query\", \"schema\": «{» \"type\": \"object\" } } ] }") },
        { "PITCHLY1012", "part of a URL", Client("\"e\": { \"method\": \"GET\", \"path\": \"/\", \"parameters\": [ { \"name\": \"q\", \"in\": \"query\", \"schema\": «{» \"type\": \"string\", \"secret\": true } } ] }") },
        { "PITCHLY1012", "defined only by itself", Types("\"A\": { \"type\": \"array\", \"items\": { \"$ref\": «\"#/types/A\"» } }") },
        {
            "PITCHLY1012", "would be infinite",
            """{ "pitchly": "1.0", "namespace": "N", "types": { "A": { "type": "object", "properties": { "x": { "$ref": "#/types/A" } } } }, "clients": { "C": { "endpoints": { "e": { "graphql": { "operation": "query", "field": "f", "result": { "$ref": «"#/types/A"» } } } } } } }"""
        },
    };

    public static string Types(string types) => $$"""{ "pitchly": "1.0", "namespace": "N", "types": { {{types}} } }""";

    private static string Channel(string parts) => $$"""{ "pitchly": "1.0", "namespace": "N", "channels": { "C": { {{parts}} } } }""";

    private static string Credential(string credential) => $$"""
        { "pitchly": "1.0", "namespace": "N", "clients": { "C": { "credential": { {{credential}} }, "endpoints": {} } } }
        """;

    private static string Enveloped(string envelope) => Channel("\"events\": { \"e\": { } }, \"envelope\": " + envelope);

    private static string Signed(string signature) =>
        $$"""{ "pitchly": "1.0", "namespace": "N", "webhooks": { "events": { "e": { } }, "signature": {{signature}} } }""";

    private static string Timed(string timestamp) =>
        Signed($$"""{ "header": "X", "prefix": "v1=", "separator": ",", "signed": "{timestamp}.{body}", "timestamp": {{timestamp}} }""");

    private static string Paged(string paging) => Client($$"""
        "e": { "method": "GET", "path": "/", "parameters": [ { "name": "after", "in": "query", "schema": { "type": "string" } } ],
          "responses": { "200": { "content": { "application/json": { "schema": { "type": "object", "properties": {
            "rows": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } }, "next": { "type": "string" } } } } } } },
          "paging": {{paging}} }
        """);

    private static string Client(string endpoints) => $$"""{ "pitchly": "1.0", "namespace": "N", "clients": { "C": { "endpoints": { {{endpoints}} } } } }""";
}
