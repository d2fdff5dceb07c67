namespace Pitchly.Generators.Tests.OpenApi;

/// <summary>The response <c>default</c> describes every status that an operation does not list (OpenAPI 3.1, section 4.8.16.1).</summary>
public sealed class DefaultResponseTests
{
    private const string Inline = """{ "type": "object", "required": ["text"], "properties": { "text": { "type": "string" } } }""";

    private const string Named = """{ "$ref": "#/components/schemas/Note" }""";

    [Theory]
    [InlineData(Named, "", "Note")]
    [InlineData(Inline, "", "AResponse2xx")]
    [InlineData(Named, "\"404\": { \"description\": \"\" },", "Note")]
    public void Default_alone_describes_successes_and_failures(string schema, string others, string type)
    {
        var run = Run(schema, others);

        Assert.Contains($".{type}> AAsync(", run, StringComparison.Ordinal);
        Assert.Contains($".{type}.ReadJson, global::Pitchly.Http.StatusRange.Default)", run, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_next_to_a_success_describes_failures_only()
    {
        var run = Run(Named, "\"204\": { \"description\": \"\" },");

        Assert.Contains("ValueTask AAsync(", run, StringComparison.Ordinal);
        Assert.Contains(".Note.ReadJson, global::Pitchly.Http.StatusRange.Default)", run, StringComparison.Ordinal);
    }

    private static string Run(string schema, string others)
    {
        var run = Harness.Run(("a.openapi.json", $$"""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": { "/a": { "get": { "operationId": "a",
              "responses": { {{others}}
                "default": { "description": "", "content": { "application/json": { "schema": {{schema}} } } } } } } },
              "components": { "schemas": { "Note": {{Inline}} } } }
            """));
        Assert.Empty(run.CompilerFindings);
        return string.Join('\n', run.Result.GeneratedTrees);
    }
}
