using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Tests;

/// <summary>Runs the analyzers as the compiler does.</summary>
internal static class Harness
{
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        .. ((Type[])
        [
            typeof(PitchlySecret),
            typeof(Microsoft.Extensions.Configuration.IConfiguration),
            typeof(Microsoft.Extensions.Configuration.ConfigurationBinder),
            typeof(Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions),
            typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection),
            typeof(Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions),
            typeof(Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions),
            typeof(Microsoft.Extensions.Logging.ILogger),
            typeof(Microsoft.Extensions.Options.IOptions<>),
            typeof(Microsoft.Extensions.Primitives.StringValues),
            typeof(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder),
            typeof(Microsoft.AspNetCore.Http.HttpContext),
            typeof(Microsoft.AspNetCore.Http.IHeaderDictionary),
            typeof(Microsoft.AspNetCore.WebUtilities.QueryHelpers),
        ]).Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    /// <summary>The newest language version that the tests' compiler supports, including the <c>field</c> keyword of C# 14.</summary>
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(PitchlyAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static SyntaxTree Parse(string text, string path = "Program.cs") =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);

    public static CSharpCompilation Compile(params IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Client",
        [Parse("global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; "
            + "global using System.Threading.Tasks; global using System.Net.Http; global using System.Text;", "Usings.cs"), .. trees],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation, IReadOnlyDictionary<string, string>? properties = null, IReadOnlyList<AdditionalText>? files = null,
        IReadOnlyDictionary<string, string>? section = null, CancellationToken cancellationToken = default)
    {
        var options = new AnalyzerOptions(
            [.. files ?? []],
            new Properties(properties ?? new Dictionary<string, string> { ["build_property.PitchlyProjectKind"] = "client" }, section));
        var failures = new List<Exception>();
        var withAnalyzers = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            options, (error, _, _) => failures.Add(error), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await withAnalyzers.GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(failures);
        return [.. found.Where(one => !one.IsSuppressed)
            .OrderBy(one => one.Location.GetLineSpan().Path)
            .ThenBy(one => one.Location.SourceSpan)];
    }

    /// <summary>
    /// Provides build properties and .editorconfig options. Code files get the options of their section, if one is given.
    /// </summary>
    private sealed class Properties(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? section)
        : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => section is null ? GlobalOptions : new Options(section);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
