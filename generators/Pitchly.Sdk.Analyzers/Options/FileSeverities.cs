using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Options;

/// <summary>
/// The severities that <c>.editorconfig</c> sets for files other than C#. The compiler provides severities for C# files only, so the build
/// passes the <c>.editorconfig</c> files to the analyzer.
/// </summary>
internal sealed class FileSeverities
{
    private readonly AnalyzerConfigSet? _configs;
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, ReportDiagnostic>> _byPath = new(StringComparer.Ordinal);

    public FileSeverities(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var configs = files
            .Where(file => Path.GetFileName(file.Path) == ".editorconfig")
            .Select(file => (file.Path, Text: file.GetText(cancellationToken)))
            .Where(file => file.Text is not null)
            .Select(file => AnalyzerConfig.Parse(file.Text!, file.Path))
            .ToList();
        _configs = configs.Count == 0 ? null : AnalyzerConfigSet.Create(configs);
    }

    /// <summary>
    /// Returns the severity of a rule in a file: the configured severity, or <paramref name="severity"/> if none is configured;
    /// <see langword="null"/> if the rule is disabled.
    /// </summary>
    public DiagnosticSeverity? Adjust(string path, string id, DiagnosticSeverity severity) => Of(path, id) switch
    {
        null or ReportDiagnostic.Default => severity,
        ReportDiagnostic.Error => DiagnosticSeverity.Error,
        ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
        ReportDiagnostic.Info => DiagnosticSeverity.Info,
        ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
        _ => null,
    };

    private ReportDiagnostic? Of(string path, string id) =>
        _configs is not null && _byPath.GetOrAdd(path, Read).TryGetValue(id, out var severity) ? severity : null;

    private ImmutableDictionary<string, ReportDiagnostic> Read(string path) =>
        Path.IsPathRooted(path) ? _configs!.GetOptionsForSourcePath(path.Replace('\\', '/')).TreeOptions
            : ImmutableDictionary<string, ReportDiagnostic>.Empty;
}
