using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Baseline;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Reports;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>Reports the findings in one file, each location once, with the severity that applies to the file.</summary>
internal sealed class FileReporter(string path, SourceText text, ProjectKind kind, FileSeverities severities, Fingerprints fingerprints,
    Action<Diagnostic> report)
{
    private readonly List<TextSpan> _reported = [];

    /// <summary>Determines whether a span overlaps one that has already been handled.</summary>
    public bool HasHandled(TextSpan span) => _reported.Exists(reported => reported.OverlapsWith(span));

    public void Secret(TextSpan span, string description, bool isToken) => Report(
        isToken ? SecretRules.TokenInCode : SecretRules.SecretInCode,
        span,
        hasShape: false,
        isToken ? $", used as {description}" : description,
        SecretRules.RecommendationFor(kind));

    public void Shape(TextSpan span, ShapeKind shape)
    {
        if (shape == ShapeKind.AppSecret)
        {
            Report(SecretRules.AppSecretText, span, hasShape: true, SecretRules.RecommendationFor(kind));
        }
        else
        {
            Report(SecretRules.TokenInCode, span, hasShape: true, "", SecretRules.RecommendationFor(kind));
        }
    }

    public void AsAppId(TextSpan span, string sink) => Report(SecretRules.SecretAsAppId, span, hasShape: true, sink);

    private void Report(DiagnosticDescriptor rule, TextSpan span, bool hasShape, params object[] arguments)
    {
        var severity = SecretRules.SeverityOf(rule, kind, hasShape);
        var isSuppressed = RazorSource.IsPage(path) && RazorSource.IsSuppressed(text, span.Start, rule.Id);
        if (isSuppressed || HasHandled(span))
        {
            return;
        }

        _reported.Add(span);
        if (severities.Adjust(path, rule.Id, severity) is { } adjusted)
        {
            var place = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
            var properties = fingerprints.Add(ImmutableDictionary<string, string?>.Empty, rule.Id, path, text.ToString(span));
            report(Diagnostic.Create(rule, place, adjusted, additionalLocations: null, properties, arguments));
        }
    }
}
