using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Diagnostics;

namespace Pitchly.Analyzers.Use;

/// <summary>
/// Finds callbacks that are set to a method with a different signature, and reports them in more detail than the compiler does.
/// </summary>
internal static class DelegateCheck
{
    [MethodImpl(Hot.Path)]
    public static void Set(ISimpleAssignmentOperation assignment, OperationBlockAnalysisContext context)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property }
            || property.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } called }
            || !property.ContainingType.AllInterfaces.Any(PitchlyTypes.IsCallbacks))
        {
            return;
        }

        if (assignment.Syntax is not AssignmentExpressionSyntax { Right: IdentifierNameSyntax or MemberAccessExpressionSyntax } written
            || assignment.SemanticModel is not { } model)
        {
            return;
        }

        var info = model.GetSymbolInfo(written.Right, context.CancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method
            && !model.ClassifyConversion(written.Right, property.Type).Exists)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UseRules.WrongDelegate, written.Right.GetLocation(), property.Name, Describe(called), method.Name,
                    method.ToDisplayString(CallbackCheck.Signature)));
        }
    }

    private static string Describe(IMethodSymbol called)
    {
        var parameters = called.Parameters.Select(one => one.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return $"{called.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} ({string.Join(", ", parameters)})";
    }
}
