using System.Text.Json;
using NJsonSchema;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Tests;

/// <summary>The JSON Schema for editors agrees with the reader.</summary>
public sealed class DialectTests
{
    private static readonly string Dialect = Harness.Schema("pitchly-schema-1.0.json").Text;

    private static readonly Dictionary<string, string> Definitions = new()
    {
        ["a type"] = "type",
        ["a channel"] = "channel",
        ["an envelope"] = "envelope",
        ["an event"] = "event",
        ["a request"] = "request",
        ["a command"] = "command",
        ["a client"] = "client",
        ["a credential"] = "credential",
        ["an endpoint"] = "endpoint",
        ["paging"] = "paging",
        ["a key"] = "key",
        ["an encoding"] = "encoding",
        ["webhooks"] = "webhooks",
        ["a signature"] = "signature",
        ["a timestamp"] = "timestamp",
        ["a parameter"] = "parameter",
        ["a request body"] = "body",
        ["a response"] = "response",
        ["a media type"] = "mediaType",
        ["graphql"] = "graphql",
        ["a discriminator"] = "discriminator",
    };

    public static TheoryData<string> SchemaNames =>
    [
        "app.pitchly.json",
        "oauth.pitchly.json",
        "data.pitchly.json",
        "plugin.pitchly.json",
        "workspaces.pitchly.json",
        "kitchen.pitchly.json"
    ];

    [Fact]
    public void Dialect_has_exactly_the_keywords_of_the_reader()
    {
        var root = JsonElement.Parse(Dialect);
        Assert.All(Keywords.All, set =>
        {
            var definition = set == Keywords.Schema ? root : root.GetProperty("definitions").GetProperty(Definitions[set.Owner]);
            Assert.Equal(
                set.Words.Keys.Order(), definition.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
        });
    }

    [Fact]
    public void Dialect_describes_every_keyword()
    {
        var root = JsonElement.Parse(Dialect);
        var owners = root.GetProperty("definitions").EnumerateObject().Select(definition => definition.Value).Append(root);
        Assert.All(
            owners
                .Where(owner => owner.TryGetProperty("properties", out _))
                .SelectMany(owner => owner.GetProperty("properties").EnumerateObject()),
            keyword => Assert.True(
                keyword.Value.TryGetProperty("description", out var text) && text.GetString()!.Length > 0, keyword.Name));
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public async Task Dialect_accepts_schemas_that_the_reader_accepts(string name)
    {
        var dialect = await JsonSchema.FromJsonAsync(Dialect, TestContext.Current.CancellationToken);
        var schema = JsonDocument.Parse(
            Harness.Schema(name).Text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        Assert.Empty(dialect.Validate(JsonSerializer.Serialize(schema)));
    }

    [Theory]
    [InlineData("""{ "pitchly": "1.0", "namespace": "N", "typs": { } }""")]
    [InlineData("""{ "pitchly": "1.0", "namespace": "N", "types": { "A": { "type": "strnig" } } }""")]
    [InlineData("""{ "namespace": "N" }""")]
    public async Task Dialect_refuses_schemas_that_the_reader_refuses(string schema)
    {
        var dialect = await JsonSchema.FromJsonAsync(Dialect, TestContext.Current.CancellationToken);
        Assert.NotEmpty(dialect.Validate(schema));
        Assert.NotEmpty(Harness.Run(("a.pitchly.json", schema)).Diagnostics);
    }
}
