using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Use;

/// <summary>Finds tokens and clients that are kept beyond their lifetime.</summary>
internal static class TokenCheck
{
    [MethodImpl(Hot.Path)]
    public static void Stored(ISimpleAssignmentOperation assignment, OperationBlockAnalysisContext context)
    {
        if (assignment.Target is not IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } target
            || !SymbolEqualityComparer.Default.Equals(target.Member.ContainingAssembly, context.Compilation.Assembly)
            || assignment.Parent is IObjectOrCollectionInitializerOperation)
        {
            return;
        }

        if (IsToken(assignment.Value) && !IsInConnectCallback(assignment.Syntax))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseRules.TokenStored, assignment.Syntax.GetLocation(), target.Member.Name));
        }
        else if (DisposedLocal(assignment.Value) is { } client)
        {
            ReportDisposed(context, assignment.Value, client);
        }
    }

    [MethodImpl(Hot.Path)]
    public static void Returned(IReturnOperation returned, OperationBlockAnalysisContext context)
    {
        if (returned is { ReturnedValue: { } value, IsImplicit: false } && DisposedLocal(value) is { } client)
        {
            ReportDisposed(context, value, client);
        }
    }

    public static void Captured(IAnonymousFunctionOperation lambda, OperationBlockAnalysisContext context)
    {
        if (!Escapes(lambda))
        {
            return;
        }

        foreach (var reference in lambda.Body.Descendants().OfType<ILocalReferenceOperation>()
            .Where(one => !IsDeclaredIn(one.Local, lambda.Syntax)))
        {
            if (IsDisposedAtEnd(reference.Local) && PitchlyTypes.IsChannelClient(reference.Type))
            {
                ReportDisposed(context, reference, reference.Local);
            }
            else if (PitchlyTypes.IsAccessToken(reference.Type))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    UseRules.UsedAfterLifetime, reference.Syntax.GetLocation(), reference.Local.Name, "is a token that expires",
                        "call GetAccessTokenAsync where the token is used"));
            }
        }
    }

    private static void ReportDisposed(OperationBlockAnalysisContext context, IOperation at, ILocalSymbol client) =>
        context.ReportDiagnostic(Diagnostic.Create(
        UseRules.UsedAfterLifetime, at.Syntax.GetLocation(), client.Name, "is disposed of at the end of its block",
            "declare it without 'using', and let the code that owns it dispose of it"));

    /// <summary>Determines whether a value is an access token, its secret, or the secret's text.</summary>
    [MethodImpl(Hot.Path)]
    private static bool IsToken(IOperation value) => value switch
    {
        IConversionOperation conversion => IsToken(conversion.Operand),
        IAwaitOperation wait => IsToken(wait.Operation),
        IInvocationOperation { TargetMethod.Name: "GetAccessTokenAsync" } => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "Reveal" or "AsTask", Instance: { } instance } => IsToken(instance),
        IPropertyReferenceOperation { Property.Name: "AccessToken", Type: { } type } =>
            NamedSinks.IsSecretType(type) || PitchlyTypes.IsAccessToken(type),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } => PitchlyTypes.IsAccessToken(instance.Type),
        ILocalReferenceOperation local => PitchlyTypes.IsAccessToken(local.Type),
        _ => false,
    };

    /// <summary>
    /// Determines whether a node is in OnConnectAsync, which is called at every renewal, so the token that it stores is always the newest.
    /// </summary>
    private static bool IsInConnectCallback(SyntaxNode node) => node.Ancestors().Any(one =>
        one is MethodDeclarationSyntax { Identifier.ValueText: "OnConnectAsync" }
        || one.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "OnConnect" } }
            && one is AnonymousFunctionExpressionSyntax);

    [MethodImpl(Hot.Path)]
    private static ILocalSymbol? DisposedLocal(IOperation value) => value switch
    {
        IConversionOperation conversion => DisposedLocal(conversion.Operand),
        ILocalReferenceOperation { Local: { } local } when PitchlyTypes.IsChannelClient(local.Type) && IsDisposedAtEnd(local) => local,
        _ => null,
    };

    private static bool IsDisposedAtEnd(ILocalSymbol local) =>
        local.IsUsing || DeclarationOf(local) is VariableDeclaratorSyntax { Parent.Parent: UsingStatementSyntax };

    private static SyntaxNode? DeclarationOf(ILocalSymbol local) => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

    private static bool IsDeclaredIn(ILocalSymbol local, SyntaxNode lambda) =>
        local.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && lambda.Span.Contains(reference.Span);

    /// <summary>
    /// Determines whether the lambda outlives the method: it is stored in a member or event, returned, or passed to a timer or to a task
    /// that is not awaited.
    /// </summary>
    private static bool Escapes(IAnonymousFunctionOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IReturnOperation => true,
            IEventAssignmentOperation => true,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Parent: not IObjectOrCollectionInitializerOperation } => true,
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Timer" } } => true,
            IArgumentOperation
            {
                Parent: IInvocationOperation
                {
                    TargetMethod:
                    {
                        Name: "Run" or "StartNew",
                        ContainingType.Name: "Task" or "TaskFactory"
                    }
                } started
            } =>
                started.Parent is IExpressionStatementOperation
                    or ISimpleAssignmentOperation { Target: IDiscardOperation or IMemberReferenceOperation },
            _ => false,
        };
    }
}
