using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Generators.Tests;

/// <summary>Runs the generator as the compiler does.</summary>
internal static class Harness
{
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        .. ((Type[])
        [
            typeof(PitchlySecret), typeof(Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions),
            typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection), typeof(Microsoft.Extensions.Logging.ILogger),
        ]).Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    /// <summary>A warning level above all others, so that every compiler warning is reported.</summary>
    private const int StrictestLevel = 9999;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: StrictestLevel,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Warn), new("CS1701", ReportDiagnostic.Suppress)]);

    public static GeneratorRun Run(params (string Name, string Text)[] schemas) => Run("", schemas);

    public static GeneratorRun Run(string source, params (string Name, string Text)[] schemas) => Run(Driver(Files(schemas)), source);

    /// <summary>Runs the generator in a project that references another project.</summary>
    public static GeneratorRun RunWithReference(MetadataReference other, params (string Name, string Text)[] schemas)
    {
        var driver = (CSharpGeneratorDriver)Driver(Files(schemas))
            .RunGeneratorsAndUpdateCompilation(Compilation("").AddReferences(other), out var compilation, out var diagnostics);
        return new GeneratorRun(driver.GetRunResult(), compilation, diagnostics);
    }

    /// <summary>Runs the generator in a project with the given C# version.</summary>
    public static GeneratorRun RunAs(LanguageVersion language, params (string Name, string Text)[] schemas) =>
        Run((CSharpGeneratorDriver)Driver(Files(schemas)).WithUpdatedParseOptions(ParseOptions.WithLanguageVersion(language)), "");

    private static IEnumerable<SchemaFile> Files((string Name, string Text)[] schemas) =>
        schemas.Select(schema => new SchemaFile(schema.Name, schema.Text));

    private static GeneratorRun Run(CSharpGeneratorDriver driver, string source)
    {
        driver =
            (CSharpGeneratorDriver)driver.RunGeneratorsAndUpdateCompilation(Compilation(source), out var compilation, out var diagnostics);
        return new GeneratorRun(driver.GetRunResult(), compilation, diagnostics);
    }

    public static CSharpCompilation Compilation(string source) => CSharpCompilation.Create(
        "Generated" + Guid.NewGuid().ToString("N"), source.Length == 0 ? [] : [CSharpSyntaxTree.ParseText(source, ParseOptions)],
        References, CompilationOptions);

    public static CSharpGeneratorDriver Driver(IEnumerable<AdditionalText> files, bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new PitchlyGenerator().AsSourceGenerator()],
        files,
        ParseOptions,
        ReferenceMetadata.Instance,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    /// <summary>Returns a schema of this project, or one that the SDK ships.</summary>
    public static (string Name, string Text) Schema(string name)
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Schemas", name);
        return (name, File.ReadAllText(File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "Shipped", name)));
    }

    /// <summary>Returns the folder of the calling test's source file.</summary>
    public static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>
    /// Marks files under "ref/" as compiled by another project, as the package marks its own schemas; files under "shared/" as compiled by
    /// two projects; and files under "parts/" as parts of OpenAPI documents.
    /// </summary>
    private sealed class ReferenceMetadata : AnalyzerConfigOptionsProvider
    {
        public static readonly ReferenceMetadata Instance = new();

        public override AnalyzerConfigOptions GlobalOptions => Options.None;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            textFile.Path.StartsWith("ref/", StringComparison.Ordinal) ? Options.Reference
            : textFile.Path.StartsWith("shared/", StringComparison.Ordinal) ? Options.Shared
            : textFile.Path.Contains("parts/", StringComparison.Ordinal) ? Options.Part
            : Options.None;

        private sealed class Options(string? value, string? kind = null) : AnalyzerConfigOptions
        {
            public static readonly Options None = new(null);
            public static readonly Options Reference = new("true");
            public static readonly Options Shared = new("shared");
            public static readonly Options Part = new(null, "OpenApiPart");

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? found)
            {
                found = key switch
                {
                    "build_metadata.AdditionalFiles.PitchlySchemaReference" => value,
                    "build_metadata.AdditionalFiles.PitchlySchema" => kind,
                    _ => null,
                };
                return found is not null;
            }
        }
    }
}

/// <summary>A schema in memory.</summary>
internal sealed class SchemaFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>The result of running the generator.</summary>
internal sealed record GeneratorRun(GeneratorDriverRunResult Result, Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics)
{
    public IReadOnlyDictionary<string, string> Sources => Result.Results[0].GeneratedSources
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Gets the errors and warnings of the C# compiler, including those for nullability and documentation.</summary>
    public IReadOnlyList<Diagnostic> CompilerFindings => CompilerResults.Of(Compilation);

    public GeneratorRun AssertClean()
    {
        Assert.Null(Result.Results[0].Exception);
        Assert.Empty(Diagnostics);
        Assert.Empty(CompilerFindings);
        return this;
    }
}
