using System.Text;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Generators;

namespace Pitchly.Sdk.Benchmarks;

/// <summary>The generator's own time: the first run, and the run after a keystroke in code that has nothing to do with it.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _ran = null!;
    private Schema _schema = null!;

    /// <summary>How many endpoints the schema has, each with a type of its own.</summary>
    [Params(10, 100, 1_000)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _schema = new Schema(Operations);
        var before = CSharpSyntaxTree.ParseText("class A { }");
        _compilation = CSharpCompilation.Create("Benchmark", [before], Net100.References.All);
        _edited = _compilation.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText("class A { int x; }"));
        _ran = Driver().RunGenerators(_compilation);
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() => Driver().RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit() => _ran.RunGenerators(_edited);

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new PitchlyGenerator().AsSourceGenerator()], [_schema]);

    private sealed class Schema(int operations) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(Write(operations));

        public override string Path => "large.pitchly.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

        private static string Write(int operations)
        {
            var types = new StringBuilder();
            var endpoints = new StringBuilder();
            for (var i = 0; i < operations; i++)
            {
                types.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                    {{(i == 0 ? "" : ",")}}
                    "Thing{{i}}": {
                      "type": "object", "required": ["_id", "name", "tags"],
                      "properties": {
                        "_id": { "type": "string" }, "name": { "type": "string" }, "size": { "type": "number" },
                        "tags": { "type": "array", "items": { "type": "string" } }, "next": { "$ref": "#/types/Thing{{(i + 1) % operations}}" }
                      }
                    }
                    """);
                endpoints.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                    {{(i == 0 ? "" : ",")}}
                    "get{{i}}": {
                      "method": "GET", "path": "/things{{i}}/{id}",
                      "parameters": [ { "name": "id", "in": "path", "schema": { "type": "string" } }, { "name": "limit", "in": "query", "schema": { "type": "integer" } } ],
                      "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/types/Thing{{i}}" } } } } }
                    }
                    """);
            }

            return $$"""{ "pitchly": "1.0", "namespace": "Large", "types": { {{types}} }, "clients": { "Large": { "endpoints": { {{endpoints}} } } } }""";
        }
    }
}
