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

/// <summary>What one compilation is checked for: knows for each body the checks that hold there.</summary>
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

    /// <summary>Names findings for baselines.</summary>
    public Fingerprints Fingerprints { get; }

    /// <summary>What was found in all of it.</summary>
    public AllFindings Findings { get; }

    /// <summary>
    /// What is to be looked at in a body: nothing in generated code, but for what is generated of Razor files. One class of a file may be
    /// generated, and the next one written.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public BodyChecks? In(OperationBlockAnalysisContext body)
    {
        var tree = body.OperationBlocks[0].Syntax.SyntaxTree;
        if (!_trees.TryGetValue(tree, out var found))
        {
            var checks = ChecksUnder(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));
            found = (checks, RazorSource.IsRazor(tree), checks.Options.Excludes(tree.FilePath));
            _trees.TryAdd(tree, found);
        }

        return body.IsGeneratedCode && !found.IsRazor ? null
            : new BodyChecks(found.IsExcluded ? null : SecretsIn(body, found.Checks), found.Checks.Callees);
    }

    /// <summary>Looks at what no operation holds.</summary>
    public void Check(SyntaxTreeAnalysisContext tree)
    {
        var checks = ChecksUnder(_options.AnalyzerConfigOptionsProvider.GetOptions(tree.Tree));
        RawTextCheck.Check(tree, checks.Options, checks.InText, _reporter, Findings);
    }

    private SecretChecks SecretsIn(OperationBlockAnalysisContext body, TreeChecks checks) => new(
        new BodyContext(checks, _program, new BodyFindings(_reporter, Findings, body), body.CancellationToken),
        body.OwningSymbol);

    /// <summary>Files of the same options share what is known about names.</summary>
    private TreeChecks ChecksUnder(AnalyzerConfigOptions options)
    {
        var written = SecretOptions.Written(options);
        if (!_byOptions.TryGetValue(written, out var checks))
        {
            checks = _byOptions.GetOrAdd(written, new TreeChecks(SecretOptions.Read(options), _program.Compilation.Assembly, _kind));
        }

        return checks;
    }
}

/// <summary>The checks of a body, and which calls need one.</summary>
internal readonly record struct BodyChecks(SecretChecks? Secrets, Callees Callees);
