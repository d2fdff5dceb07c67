using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Files;
using Pitchly.Analyzers.Use;

namespace Pitchly.Analyzers;

/// <summary>
/// Finds hard-coded secrets and misuse of the SDK. One analyzer implements all rules, because they share the build properties and the walk
/// over each body.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PitchlyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        SecretRules.SecretInCode, SecretRules.AppSecretText, SecretRules.TokenInCode, SecretRules.SecretAsAppId,
            SecretRules.SecretInMessage, SecretRules.SecretInLibrary,
        UseRules.NotACallback, UseRules.NoCallback, UseRules.WrongDelegate, UseRules.ServerOnly, UseRules.FailureIgnored,
            UseRules.TokenStored, UseRules.UsedAfterLifetime,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(CallbackCheck.Check, SymbolKind.NamedType);
        context.RegisterCompilationStartAction(start =>
        {
            var kind = ProjectKindReader.Read(start.Compilation, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var checks = new CompilationChecks(start.Compilation, start.Options, kind, start.CancellationToken);
            var severities = new FileSeverities(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterOperationBlockAction(body =>
            {
                if (checks.In(body) is { } found)
                {
                    CodeWalk.Through(body, found);
                }
            });
            start.RegisterSyntaxTreeAction(checks.Check);
            start.RegisterAdditionalFileAction(file => SecretFileCheck.Check(file, kind, severities, checks));
            start.RegisterCompilationEndAction(end => checks.Findings.End(end.ReportDiagnostic));
        });
    }
}
