using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests.OpenApi;

/// <summary>A document may consist of several files of the project, which refer to each other.</summary>
public sealed class OpenApiFilesTests
{
    private const string Whole = """
        openapi: 3.1.0
        info: { title: Zoo, version: "1" }
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [ { $ref: "#/components/parameters/Id" } ]
              responses: { "200": { $ref: "#/components/responses/Pet" }, default: { $ref: "#/components/responses/Problem" } }
        components:
          parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
          responses:
            Pet: { description: a pet, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
            Problem: { description: no, content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } } }
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string }, owner: { $ref: "#/components/schemas/Owner" } } }
            Owner: { type: object, properties: { pets: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
            Problem: { type: object, properties: { title: { type: string } } }
        """;

    private static readonly (string, string)[] Spread =
    [
        ("api/zoo.openapi.yaml", """
            openapi: 3.1.0
            info: { title: Zoo, version: "1" }
            paths: { '/pets/{id}': { $ref: ./parts/paths.yaml#/pet } }
            components: { schemas: { Pet: { $ref: './parts/pet/Pet.yaml' } } }
            """),
        ("api/parts/paths.yaml", """
            pet:
              get:
                operationId: getPet
                parameters: [ { $ref: "#/id" } ]
                responses: { "200": { $ref: "answers.json#/~1pet" }, default: { $ref: "../parts/answers.json#/problem" } }
            id: { name: id, in: path, required: true, schema: { type: string } }
            """),
        ("api/parts/answers.json", """
            { "/pet": { "description": "a pet", "content": { "application/json": { "schema": { "$ref" : "pet\/Pet.yaml" } } } },
              "problem": { "description": "no", "content": { "application/json": { "schema": { "$ref": "#/schemas/Problem" } } } },
              "schemas": { "Problem": { "type": "object", "properties": { "title": { "type": "string" } } } } }
            """),
        (
            "api/parts/pet/Pet.yaml",
            "{ type: object, required: [name], properties: { name: { type: string }, owner: { $ref: Owner.yaml } } }"),
        ("api/parts/pet/Owner.yaml", "{ type: object, properties: { pets: { type: array, items: { $ref: Pet.yaml } } } }"),
    ];

    [Fact]
    public void Several_files_give_the_same_code_as_one_file()
    {
        var whole = Harness.Run(("api/zoo.openapi.yaml", Whole)).AssertClean();
        var spread = Harness.Run(Spread).AssertClean();

        Assert.Equal(Sorted(whole), Sorted(spread));
    }

    /// <summary>
    /// Returns the emitted files without the resolver, which lists the types in the order in which the generator finds them.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string>> Sorted(GeneratorRun run) =>
        run.Sources.Where(source => source.Key != "Zoo.ZooJsonResolver.g.cs").OrderBy(source => source.Key, StringComparer.Ordinal);

    [Theory]
    [InlineData("$ref: Owner.yaml", "$ref: Nobody.yaml", "PitchlySchema=\"OpenApiPart\"")]
    [InlineData("$ref: Owner.yaml", "$ref: https://elsewhere.example/a.yaml", "add a copy to the project")]
    [InlineData("$ref: Owner.yaml", "$ref: 'Owner.yaml#/nothing'", "can't be resolved")]
    public void Missing_file_is_reported_at_its_reference(string from, string to, string message)
    {
        var files = Spread.Select(file => (file.Item1, file.Item2.Replace(from, to, StringComparison.Ordinal))).ToArray();
        var run = Harness.Run(files);

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(SchemaDescriptors.LeftOut.Id, found.Id);
        Assert.Contains(message, found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("api/parts/pet/Pet.yaml", found.Location.GetLineSpan().Path);
        Assert.Equal(0, found.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(run.CompilerFindings);
    }

    [Fact]
    public void Broken_file_is_one_error_at_its_location()
    {
        var files = Spread
            .Select(file => (file.Item1, file.Item1.EndsWith("Owner.yaml", StringComparison.Ordinal) ? "a: 1\nb: }" : file.Item2))
            .ToArray();

        var found = Assert.Single(Harness.Run(files).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal("api/parts/pet/Owner.yaml", found.Location.GetLineSpan().Path);
        Assert.Equal(1, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Files_may_reference_each_other()
    {
        var run = Harness.Run(
            (
                "a.openapi.yaml",
                "{ openapi: 3.0.0, info: { title: A, version: '1' }, paths: {}, components: { schemas: { A: { $ref: parts/b.yaml } } } }"),
            ("parts/b.yaml", "$ref: c.yaml"),
            ("parts/c.yaml", "$ref: b.yaml"));

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.CompilerFindings);
    }
}
