using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow;

namespace Pitchly.Analyzers.Secrets;

/// <summary>The analysis of one compilation: knows for each body the checks that hold there.</summary>
internal sealed class SecretAnalysis
{
    private readonly AnalyzerOptions _options;
    private readonly SecretReporter _reporter;
    private readonly SourceProgram _program;
    private readonly ConcurrentDictionary<SyntaxTree, TreeChecks?> _trees = new();
    private readonly ConcurrentDictionary<string, TreeChecks> _byOptions = new(StringComparer.Ordinal);

    public SecretAnalysis(Compilation compilation, AnalyzerOptions options, ProjectKind kind, CancellationToken cancellationToken)
    {
        _options = options;
        _reporter = new SecretReporter(kind, options.AdditionalFiles, cancellationToken);
        _program = new SourceProgram(compilation);
    }

    /// <summary>The checks of one body, or nothing where none is to be made.</summary>
    public SecretChecks? In(OperationBlockAnalysisContext body) =>
        ChecksOf(body.OperationBlocks[0].Syntax.SyntaxTree, body.IsGeneratedCode) is { } checks ? new SecretChecks(checks, new SinkCheck(checks, _program, _reporter, body), body) : null;

    /// <summary>What is needed to check a file; nothing for generated code, but for what is generated of Razor files.</summary>
    private TreeChecks? ChecksOf(SyntaxTree tree, bool isGenerated)
    {
        if (_trees.TryGetValue(tree, out var checks))
        {
            return checks;
        }

        checks = isGenerated && !RazorSource.IsRazor(tree) ? null : ChecksUnder(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        checks = checks?.Options.Excludes(tree.FilePath) == true ? null : checks;
        _trees.TryAdd(tree, checks);
        return checks;
    }

    /// <summary>Files of the same options share what is known about names.</summary>
    private TreeChecks ChecksUnder(AnalyzerConfigOptions options)
    {
        var written = SecretOptions.Written(options);
        if (!_byOptions.TryGetValue(written, out var checks))
        {
            checks = _byOptions.GetOrAdd(written, new TreeChecks(SecretOptions.Read(options), _reporter));
        }

        return checks;
    }
}
