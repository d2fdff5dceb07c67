using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Tells by the syntax alone where a variable or member may be written, which spares binding and graphs.</summary>
internal static class Writes
{
    /// <summary>Whether anything of that name may be written within a node, its declaration aside.</summary>
    public static bool AnyIn(SyntaxNode node, string name)
    {
        foreach (var token in Occurrences.Within(node, name))
        {
            if (token.Parent is SimpleNameSyntax one && TargetOf(one) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The whole expression that is written, if the name ends it and it may be written.</summary>
    public static SyntaxNode? TargetOf(SyntaxNode name)
    {
        var target = name;
        while (target.Parent is MemberAccessExpressionSyntax access && access.Name == target
            || target.Parent is MemberBindingExpressionSyntax)
        {
            target = target.Parent;
        }

        return IsWritten(target) ? target : null;
    }

    private static bool IsWritten(SyntaxNode target) => target.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == target,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax or RefExpressionSyntax or NameEqualsSyntax => true,
        _ => false,
    };
}
