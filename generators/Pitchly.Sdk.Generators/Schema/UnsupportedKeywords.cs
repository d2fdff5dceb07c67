namespace Pitchly.Generators.Schema;

/// <summary>The keywords of JSON Schema, OpenAPI, and AsyncAPI that the dialect does not have, and what to write instead.</summary>
internal static class UnsupportedKeywords
{
    private const string Extension = "x-";

    private const string NoChecks = "leave it out, since the server checks values; describe the rule in 'description'";
    private const string NoCondition = "leave it out, since a type has no conditions; use 'oneOf' for values of different shapes";
    private const string TypesOfSchema = "declare the types under 'types' of the schema, and refer to them as \"#/types/Name\"";
    private const string OneType =
        "leave it out; refer to a type as \"#/types/Name\", and write '$id' only at the root of the file";
    private const string NamedConstants = "write the values as constants in 'oneOf', each with 'csharpName'";
    private const string OpenApi = "this is an OpenAPI document: name the file *.openapi.json to generate clients from it";
    private const string AsyncApi = "this is an AsyncAPI document: write its messages as 'events', 'requests' and 'commands' of 'channels'";
    private const string JsonSchema = "this is a JSON Schema: write its types under 'types', next to 'pitchly' and 'namespace'";
    private const string Operation = "write the operation under 'endpoints', with its 'method' and 'path'";
    private const string Message = "write the message under 'events', 'requests' or 'commands' of a channel";
    private const string Map = "use 'additionalProperties' with the type of the values, which declares a map";
    private const string NoExtensions = "leave it out, since a schema has no extensions, or move it to '$comment'";
    private const string HttpClientAddress = "leave it out; the base address of the client's HttpClient is used";
    private const string Credential = "use 'credential' of a client";

    private static readonly Dictionary<string, string> Fixes = new()
    {
        // Documents of other formats
        ["openapi"] = OpenApi,
        ["swagger"] = OpenApi,
        ["asyncapi"] = AsyncApi,

        // JSON Schema: shapes
        ["nullable"] = "write the type as [\"string\", \"null\"], with its own name for \"string\", or add { \"type\": \"null\" } to "
            + "'oneOf'",
        ["allOf"] = "write all properties into one object, since types don't inherit",
        ["anyOf"] = "use 'oneOf', whose cases differ in their JSON",
        ["not"] = NoCondition,
        ["if"] = NoCondition,
        ["then"] = NoCondition,
        ["else"] = NoCondition,
        ["dependentSchemas"] = NoCondition,
        ["dependentRequired"] = NoCondition,
        ["discriminator"] = "give each case of 'oneOf' the same required property, with a different 'const' in each",
        ["patternProperties"] = Map,
        ["unevaluatedProperties"] = Map,
        ["propertyNames"] = Map,
        ["prefixItems"] = "use 'items', one type for all items",
        ["additionalItems"] = "use 'items', one type for all items",
        ["enumNames"] = NamedConstants,
        ["x-enum-varnames"] = NamedConstants,
        ["x-enumNames"] = NamedConstants,

        // JSON Schema: validation
        ["minimum"] = NoChecks,
        ["maximum"] = NoChecks,
        ["exclusiveMinimum"] = NoChecks,
        ["exclusiveMaximum"] = NoChecks,
        ["multipleOf"] = NoChecks,
        ["minLength"] = NoChecks,
        ["maxLength"] = NoChecks,
        ["pattern"] = NoChecks,
        ["minItems"] = NoChecks,
        ["maxItems"] = NoChecks,
        ["uniqueItems"] = NoChecks,
        ["contains"] = NoChecks,
        ["minProperties"] = NoChecks,
        ["maxProperties"] = NoChecks,
        ["contentEncoding"] = NoChecks,
        ["contentMediaType"] = NoChecks,

        // JSON Schema: references and annotations
        ["definitions"] = TypesOfSchema,
        ["$defs"] = TypesOfSchema,
        ["$id"] = OneType,
        ["$ref"] = "copy the referenced object here; only types can be referenced",
        ["$anchor"] = OneType,
        ["$dynamicRef"] = OneType,
        ["$recursiveRef"] = OneType,
        ["default"] = "leave it out, since an absent member is null; describe the default in 'description'",
        ["example"] = "write 'examples', an array",
        ["readOnly"] = "leave it out, and don't require the property; or declare one type for requests and one for responses",
        ["writeOnly"] = "leave it out, and don't require the property; or declare one type for requests and one for responses",

        // OpenAPI and AsyncAPI
        ["components"] = TypesOfSchema,
        ["schemas"] = TypesOfSchema,
        ["paths"] = Operation,
        ["webhooks"] = Message,
        ["messages"] = Message,
        ["operations"] = Message,
        ["publish"] = Message,
        ["subscribe"] = Message,
        ["get"] = Operation,
        ["put"] = Operation,
        ["post"] = Operation,
        ["patch"] = Operation,
        ["delete"] = Operation,
        ["operationId"] = "use it as the name of the endpoint in 'endpoints'",
        ["servers"] = "move it to the client that uses these servers",
        ["security"] = Credential,
        ["securitySchemes"] = Credential,
        ["info"] = "write 'title' and 'description' here",
        ["summary"] = "write 'description'",
        ["tags"] = "leave it out, or declare a client for each group of endpoints",
        ["style"] = "leave it out; a list in a query is one parameter for each item",
        ["explode"] = "leave it out; a list in a query is one parameter for each item",
        ["allowReserved"] = "leave it out; values are escaped, so the server receives them unchanged",
        ["collectionFormat"] = "leave it out; a list in a query is one parameter for each item",
        ["allowEmptyValue"] = "leave it out; an empty string is sent as such, and null is not sent",
        ["consumes"] = "write the media type in 'content' of 'requestBody'",
        ["produces"] = "write the media type in 'content' of a response",
        ["host"] = HttpClientAddress,
        ["basePath"] = "leave it out; the base address of the client's HttpClient is used, with its path",
        ["schemes"] = HttpClientAddress,
        ["headers"] = "leave it out; only a response has headers",
        ["links"] = "leave it out, since calls are not linked",
        ["callbacks"] = "declare the messages of the server as 'events' of a channel",
        ["message"] = "write the type of the message as 'payload'",
        ["bindings"] = "leave it out; a transport sends messages unchanged",
        ["traits"] = "leave it out, and copy its content here",
        ["correlationId"] = "leave it out; requests and replies are paired by 'id'",
        ["xml"] = "leave it out, since values are JSON",
        ["encoding"] = "leave it out; a form's fields are plain text",
        ["externalDocs"] = "write the address in 'description'",
    };

    /// <summary>The root keywords that identify documents of other formats.</summary>
    private static readonly (string Word, string Fix)[] Documents =
    [
        ("openapi", OpenApi), ("swagger", OpenApi), ("asyncapi", AsyncApi),
        ("$defs", JsonSchema), ("definitions", JsonSchema), ("properties", JsonSchema),
    ];

    /// <summary>
    /// Returns what to write instead of a keyword, or <see langword="null"/> if the keyword is not part of any of these formats.
    /// </summary>
    public static string? Fix(string word) => Fixes.TryGetValue(word, out var fix) ? fix
        : word.StartsWith(Extension, StringComparison.Ordinal) ? NoExtensions
        : null;

    /// <summary>Returns the keyword that shows that a file is a document of another format, and what to do with the file.</summary>
    public static (Name Word, string Fix)? DocumentOf(JsonNode root)
    {
        if (root.Members.Any(member => member.Name.Text == "pitchly"))
        {
            return null;
        }

        foreach (var (word, fix) in Documents)
        {
            if (root.Members.FirstOrDefault(member => member.Name.Text == word) is { } found)
            {
                return (found.Name, fix);
            }
        }

        return null;
    }
}
