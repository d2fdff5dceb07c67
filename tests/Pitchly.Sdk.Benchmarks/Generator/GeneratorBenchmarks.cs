using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using Pitchly.Generators;
using Pitchly.Sdk.Benchmarks.Calls;

namespace Pitchly.Sdk.Benchmarks.Generator;

/// <summary>Measures the generator's own time: the first run, and the run after an edit in unrelated code.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _ran = null!;
    private LargeSchema _schema = null!;
    private string _openApi = "";

    /// <summary>Gets or sets the number of endpoints in the schema, each with its own type.</summary>
    [Params(100, 1_000)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _schema = new LargeSchema(Operations);
        _openApi = LargeSchema.OpenApi(Operations);
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

    /// <summary>Runs NSwag on the same contract, as an OpenAPI document.</summary>
    [Benchmark]
    public async Task<string> NSwag()
    {
        var document = await OpenApiDocument.FromJsonAsync(_openApi);
        return new CSharpClientGenerator(document, NSwagCall.Settings).GenerateFile();
    }
}
