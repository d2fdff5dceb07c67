using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using Pitchly.Generators;
using Pitchly.Sdk.Benchmarks.Calls;

namespace Pitchly.Sdk.Benchmarks.Generator;

/// <summary>
/// Measures the generator on an OpenAPI document: the first run, and the runs after an edit of code or of another document.
/// </summary>
[MemoryDiagnoser]
public class OpenApiBenchmarks
{
    private const int TypesOfOperation = 2;

    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _ran = null!;
    private GeneratorDriver _otherEdited = null!;
    private Document _document = null!;
    private string _text = "";

    /// <summary>Gets or sets the number of operations in the document, which has twice as many types.</summary>
    [Params(100, 1_000)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _text = LargeSchema.OpenApi(Operations, TypesOfOperation * Operations);
        _document = new Document("large.openapi.json", _text);
        var before = CSharpSyntaxTree.ParseText("class A { }");
        _compilation = CSharpCompilation.Create("Benchmark", [before], Net100.References.All);
        _edited = _compilation.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText("class A { int x; }"));
        var small = new Document("small.openapi.json", LargeSchema.OpenApi(1));
        _ran = Driver(_document, small).RunGenerators(_compilation);
        _otherEdited = _ran.ReplaceAdditionalText(small, new Document("small.openapi.json", LargeSchema.OpenApi(2)));
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() => Driver(_document).RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit() => _ran.RunGenerators(_edited);

    [Benchmark]
    public GeneratorDriver AfterEditOfAnother() => _otherEdited.RunGenerators(_compilation);

    /// <summary>Runs NSwag on the same document.</summary>
    [Benchmark]
    public async Task<string> NSwag()
    {
        var document = await OpenApiDocument.FromJsonAsync(_text);
        return new CSharpClientGenerator(document, NSwagCall.Settings).GenerateFile();
    }

    /// <summary>Runs the generator once on a document.</summary>
    public static GeneratorDriver Generate(string document) =>
        Driver(new Document("large.openapi.json", document)).RunGenerators(CSharpCompilation.Create(
            "Benchmark", [], Net100.References.All));

    private static CSharpGeneratorDriver Driver(params AdditionalText[] documents) =>
        CSharpGeneratorDriver.Create([new PitchlyGenerator().AsSourceGenerator()], documents);

    private sealed class Document(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
