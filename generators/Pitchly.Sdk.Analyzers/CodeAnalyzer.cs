using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets;
using Pitchly.Analyzers.Use;

namespace Pitchly.Analyzers;

/// <summary>Looks at what code does: at secrets that are written in it, and at how the SDK is used. One walk over each body serves both.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        SecretRules.SecretInCode, SecretRules.AppSecretText, SecretRules.TokenInCode, SecretRules.SecretAsAppId, SecretRules.SecretInMessage, SecretRules.SecretInLibrary,
        UseRules.ServerOnly, UseRules.WrongDelegate, UseRules.FailureIgnored, UseRules.TokenKept, UseRules.CapturedPastEnd,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var settings = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            var kind = ProjectKindReader.Read(start.Compilation, settings);
            var secrets = new SecretAnalysis(start.Compilation, start.Options, kind, start.CancellationToken);
            var use = new UseAnalysis(settings, kind);
            start.RegisterOperationBlockAction(body => Walk(body, secrets.In(body), body.IsGeneratedCode ? null : use));
        });
    }

    /// <summary>Goes through a body in the order of the source. The compiler would call for each operation just as well, but a call costs more than what is to be done for most.</summary>
    [MethodImpl(Hot.Path)]
    private static void Walk(OperationBlockAnalysisContext body, SecretChecks? secrets, UseAnalysis? use)
    {
        if (secrets is null && use is null)
        {
            return;
        }

        var pending = new Stack<IOperation>();
        foreach (var block in body.OperationBlocks)
        {
            pending.Push(block);
            while (pending.Count > 0)
            {
                var operation = pending.Pop();
                var kind = operation.Kind;
                secrets?.Check(operation, kind);
                use?.Check(operation, kind, body);
                foreach (var child in operation.ChildOperations.Reverse())
                {
                    if (!IsLeaf(child.Kind))
                    {
                        pending.Push(child);
                    }
                }

                if (kind is OperationKind.LocalFunction or OperationKind.AnonymousFunction)
                {
                    PushHead(operation, pending, body.CancellationToken);
                }
            }
        }
    }

    /// <summary>The attributes of a lambda or local function and the defaults of its parameters are no parts of its operation.</summary>
    private static void PushHead(IOperation function, Stack<IOperation> pending, CancellationToken cancellationToken)
    {
        foreach (var head in function.Syntax.ChildNodes().Where(node => node is AttributeListSyntax or ParameterListSyntax or ParameterSyntax))
        {
            foreach (var part in head.DescendantNodes())
            {
                if ((part is AttributeSyntax or EqualsValueClauseSyntax) && function.SemanticModel?.GetOperation(part, cancellationToken) is { } operation)
                {
                    pending.Push(operation);
                }
            }
        }
    }

    /// <summary>What has no parts, and asks for no check.</summary>
    [MethodImpl(Hot.Path)]
    private static bool IsLeaf(OperationKind kind) =>
        kind is OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference;
}
