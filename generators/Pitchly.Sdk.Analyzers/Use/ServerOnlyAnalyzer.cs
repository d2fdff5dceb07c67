using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Use;

/// <summary>Finds, in clients, what is for servers: what a schema gives the audience "server", and other libraries' functions that take a secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServerOnlyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UseRules.ServerOnly];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (ProjectKindReader.Read(start.Compilation, options) != ProjectKind.Client)
            {
                return;
            }

            var names = new SecretNames(SecretOptions.Read(options));
            var judged = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(
                operation => Check(operation, names, judged),
                OperationKind.Invocation,
                OperationKind.ObjectCreation,
                OperationKind.MethodReference,
                OperationKind.SimpleAssignment);
        });
    }

    private static void Check(OperationAnalysisContext context, SecretNames names, ConcurrentDictionary<ISymbol, bool> judged)
    {
        ISymbol? used = context.Operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => target.Property,
            _ => null,
        };
        if (used is null)
        {
            return;
        }

        if (!judged.TryGetValue(used.OriginalDefinition, out var isForServers))
        {
            isForServers = PitchlyTypes.IsServerOnly(used.OriginalDefinition) || TakesSecret(used.OriginalDefinition, names);
            judged.TryAdd(used.OriginalDefinition, isForServers);
        }

        if (isForServers)
        {
            var shown = used is IMethodSymbol { MethodKind: MethodKind.Constructor } ? used.ContainingType : used;
            context.ReportDiagnostic(Diagnostic.Create(
                UseRules.ServerOnly, context.Operation.Syntax.GetLocation(), shown.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
        }
    }

    /// <summary>Whether another assembly's function, or a generated member, takes a secret that is no token.</summary>
    private static bool TakesSecret(ISymbol symbol, SecretNames names) => symbol switch
    {
        IMethodSymbol method => method.DeclaringSyntaxReferences.IsEmpty && method.Parameters.Any(parameter =>
            names.Of(parameter.Name) == SecretName.Secret && (NamedSinks.IsSecretType(parameter.Type) || IsAppSecret(parameter.Name))),
        IPropertySymbol property => NamedSinks.IsSecretType(property.Type) && names.Of(property.Name) == SecretName.Secret,
        _ => false,
    };

    /// <summary>App Secrets and OAuth client secrets; a password or a key may well be the user's own.</summary>
    private static bool IsAppSecret(string name) => Words.Split(name) is [.., "app" or "client", "secret"];
}
