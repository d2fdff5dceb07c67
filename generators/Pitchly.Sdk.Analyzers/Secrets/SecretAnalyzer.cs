using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;

namespace Pitchly.Analyzers.Secrets;

/// <summary>Finds secrets that are written in C#: whatever literal comes to a place that is meant for a secret, and whatever has the shape of one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<OperationKind> Kinds =
    [
        OperationKind.Argument,
        OperationKind.SimpleAssignment,
        OperationKind.CompoundAssignment,
        OperationKind.CoalesceAssignment,
        OperationKind.DeconstructionAssignment,
        OperationKind.VariableDeclarator,
        OperationKind.FieldInitializer,
        OperationKind.PropertyInitializer,
        OperationKind.ParameterInitializer,
        OperationKind.Return,
        OperationKind.Coalesce,
        OperationKind.Tuple,
        OperationKind.Binary,
        OperationKind.IsPattern,
        OperationKind.InterpolatedString,
        OperationKind.Invocation,
        OperationKind.ObjectCreation,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        SecretRules.SecretInCode, SecretRules.AppSecretText, SecretRules.TokenInCode, SecretRules.SecretAsAppId, SecretRules.SecretInMessage, SecretRules.SecretInLibrary,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var reporter = new SecretReporter(
                ProjectKindReader.Read(start.Compilation, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions), start.Options.AdditionalFiles, start.CancellationToken);
            var analysis = new SecretAnalysis(start.Compilation, start.Options, reporter);
            start.RegisterOperationAction(analysis.OnOperation, Kinds);
            if (reporter.Kind == ProjectKind.Client)
            {
                start.RegisterOperationAction(analysis.OnOperation, OperationKind.FieldReference);
            }

            start.RegisterSyntaxNodeAction(analysis.OnText, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringText);
        });
    }
}
