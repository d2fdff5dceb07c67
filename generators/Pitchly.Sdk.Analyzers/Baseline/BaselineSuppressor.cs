using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Diagnostics;

namespace Pitchly.Analyzers.Baseline;

/// <summary>Suppresses the findings that the baseline accepts. The SARIF log still contains them, marked as suppressed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    private const string Justification = "The baseline accepts this finding and gives a reason.";

    private const string BaselineMetadata = "build_metadata.AdditionalFiles.PitchlySecretBaseline";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = SecretRules.All.ToImmutableDictionary(
        rule => rule.Id, rule => new SuppressionDescriptor("S" + rule.Id, rule.Id, Justification));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [.. ByRule.Values.OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider;
        var file = context.Options.AdditionalFiles.FirstOrDefault(one =>
            options.GetOptions(one).TryGetValue(BaselineMetadata, out var isOne) && isOne == "true");
        if (file is null)
        {
            return;
        }

        var accepted = SecretBaseline.Read(file, context.CancellationToken);
        foreach (var finding in context.ReportedDiagnostics)
        {
            var isAccepted = finding.Properties.TryGetValue(Fingerprints.Property, out var fingerprint)
                && accepted.Contains(fingerprint ?? "");
            if (isAccepted && ByRule.TryGetValue(finding.Id, out var suppression))
            {
                context.ReportSuppression(Suppression.Create(suppression, finding));
            }
        }
    }
}
