using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Baseline;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Reports;

namespace Pitchly.Analyzers;

/// <summary>The checks of one compilation. Selects the checks that apply to each body.</summary>
internal sealed class CompilationChecks
{
    private readonly ProjectKind _kind;
    private readonly AnalyzerOptions _options;
    private readonly SecretReporter _reporter;
    private readonly SourceProgram _program;
    private readonly ConcurrentDictionary<SyntaxTree, (TreeChecks Checks, bool IsRazor, bool IsExcluded)> _trees = new();
    private readonly ConcurrentDictionary<string, TreeChecks> _byOptions = new(StringComparer.Ordinal);

    public CompilationChecks(Compilation compilation, AnalyzerOptions options, ProjectKind kind, CancellationToken cancellationToken)
    {
        _kind = kind;
        _options = options;
        Fingerprints = Fingerprints.Of(compilation, options.AnalyzerConfigOptionsProvider.GlobalOptions);
        _reporter = new SecretReporter(kind, options.AdditionalFiles, Fingerprints, cancellationToken);
        _program = new SourceProgram(compilation, new ReferencedSources(options.AdditionalFiles));
        Findings = new AllFindings(SecretOptions.IsLive(options.AnalyzerConfigOptionsProvider.GlobalOptions));
    }

    /// <summary>Gets the fingerprints that identify findings in a baseline.</summary>
    public Fingerprints Fingerprints { get; }

    /// <summary>Gets the findings of the whole compilation.</summary>
    public AllFindings Findings { get; }

    /// <summary>
    /// Returns the checks for a body, or <see langword="null"/> for generated code that does not come from a Razor file. The decision is
    /// made for each body, because one class of a file may be generated and the next one handwritten.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public BodyChecks? In(OperationBlockAnalysisContext body)
    {
        var tree = body.OperationBlocks[0].Syntax.SyntaxTree;
        if (!_trees.TryGetValue(tree, out var found))
        {
            var checks = ChecksFor(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));
            found = (checks, RazorSource.IsRazor(tree), checks.Options.Excludes(tree.FilePath));
            _trees.TryAdd(tree, found);
        }

        return body.IsGeneratedCode && !found.IsRazor ? null
            : new BodyChecks(found.IsExcluded ? null : SecretsIn(body, found.Checks), found.Checks.Callees);
    }

    /// <summary>Checks the text of a file that no operation covers.</summary>
    public void Check(SyntaxTreeAnalysisContext tree)
    {
        var checks = ChecksFor(_options.AnalyzerConfigOptionsProvider.GetOptions(tree.Tree));
        RawTextCheck.Check(tree, checks.Options, checks.InText, _reporter, Findings);
    }

    private SecretChecks SecretsIn(OperationBlockAnalysisContext body, TreeChecks checks) => new(
        new BodyContext(checks, _program, new BodyFindings(_reporter, Findings, body), body.CancellationToken),
        body.OwningSymbol);

    /// <summary>
    /// Returns the checks for a set of options. Files with the same options share them, including the cache of classified names.
    /// </summary>
    private TreeChecks ChecksFor(AnalyzerConfigOptions options)
    {
        var written = SecretOptions.Written(options);
        if (!_byOptions.TryGetValue(written, out var checks))
        {
            checks = _byOptions.GetOrAdd(written, new TreeChecks(SecretOptions.Read(options), _program.Compilation.Assembly, _kind));
        }

        return checks;
    }
}

/// <summary>The secret checks of a body, if any, and the symbols that determine which calls need a check.</summary>
internal readonly record struct BodyChecks(SecretChecks? Secrets, Callees Callees);
