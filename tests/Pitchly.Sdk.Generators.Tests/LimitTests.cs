using System.Text;

namespace Pitchly.Generators.Tests;

/// <summary>Very large schemas. Allocated bytes show whether growth is linear, because they grow in the same way as the time.</summary>
[Collection(MeasuredMemory.Name)]
public sealed class LimitTests
{
    /// <summary>The maximum length of a file name on most systems, in bytes.</summary>
    private const int LongestFileName = 255;

    [Theory]
    [InlineData("array", "items")]
    [InlineData("object", "additionalProperties")]
    public void Nested_lists_and_maps_compile_in_linear_time(string type, string keyword)
    {
        const int Deep = 45;
        Compile(type, keyword, 2);

        var shallow = Compile(type, keyword, Deep / 3);
        var deep = Compile(type, keyword, Deep);

        // Each level writes the types within it, so the bytes grow slightly faster than the number of levels.
        Assert.InRange((double)deep / shallow, 1, 10);
    }

    [Fact]
    public void Deep_inline_types_have_valid_file_names()
    {
        var property = new string('p', 60);
        var type = """{ "type": "string" }""";
        for (var depth = 0; depth < 28; depth++)
        {
            type = $$"""
                { "type": "object", "properties": { "{{property}}": {{type}}, "ü{{property}}": { "type": "object", "properties": {
                  "x": {} } } } }
                """;
        }

        var run = Harness.Run(("a.pitchly.json", $$"""
            { "pitchly": "1.0", "namespace": "{{new string('N', 90)}}", "types": { "A": {{type}} } }
            """));

        Assert.All(run.Diagnostics, found => Assert.Equal("PITCHLY1014", found.Id));
        Assert.Empty(run.CompilerFindings);
        Assert.Equal(1 + 28 * 2, run.Sources.Count);
        Assert.All(run.Sources.Keys, name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, LongestFileName));
        Assert.Equal(run.Sources.Count, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Memory_grows_linearly_with_the_number_of_endpoints()
    {
        Allocated(10);

        var (hundred, thousand) = (Allocated(100), Allocated(1_000));

        Assert.InRange((double)thousand / hundred, 9, 11);
    }

    private static long Allocated(int endpoints)
    {
        var schema = $$"""
            {
              "pitchly": "1.0",
              "namespace": "N",
              "types": { {{string.Join(',', Enumerable.Range(0, endpoints).Select(Type))}} },
              "clients": { "C": { "endpoints": { {{string.Join(',', Enumerable.Range(0, endpoints).Select(Endpoint))}} } } }
            }
            """;
        var driver = Harness.Driver([new SchemaFile("a.pitchly.json", schema)]);
        var compilation = Harness.Compilation("");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        return GC.GetTotalAllocatedBytes(precise: true) - before;

        string Type(int index) => $$"""
            "T{{index:0000}}": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "next": {
              "$ref": "#/types/T{{(index + 1) % endpoints:0000}}" } } }
            """;

        string Endpoint(int index) => $$"""
            "e{{index:0000}}": {
              "method": "POST", "path": "/e/{id}", "parameters": [ { "name": "id", "in": "path", "schema": { "type": "string" } } ],
              "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/types/T{{index:0000}}" } } } },
              "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/types/T{{index:0000}}" } } } } }
            }
            """;
    }

    /// <summary>Returns the bytes that a compilation allocates.</summary>
    private static long Compile(string type, string keyword, int levels)
    {
        var nested = """{ "type": "string" }""";
        for (var level = 0; level < levels; level++)
        {
            nested = $$"""{ "type": "{{type}}", "{{keyword}}": {{nested}} }""";
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Harness.Run(("a.pitchly.json", $$"""
            {
              "pitchly": "1.0",
              "namespace": "N",
              "types": { "A": { "type": "object", "required": ["r"], "properties": { "r": {{nested}}, "o": {{nested}}, "i": {{nested}},
                "i30": {{nested}}, "pair12": {{nested}}, "present": {{nested}} } } },
              "channels": { "C": { "events": { "e": { "payload": {{nested}} } }, "commands": { "c": { "payload": {{nested}} } } } },
              "clients": { "D": { "endpoints": { "p": {
                "method": "POST", "path": "/", "requestBody": { "content": { "application/json": { "schema": {{nested}} } } },
                "responses": { "200": { "content": { "application/json": { "schema": {{nested}} } } } } } } } }
            }
            """)).AssertClean();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
