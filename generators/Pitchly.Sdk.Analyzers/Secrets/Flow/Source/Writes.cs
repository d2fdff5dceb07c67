using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Finds possible writes to a variable or member by syntax alone, which avoids binding and control flow graphs.</summary>
internal static class Writes
{
    /// <summary>Determines whether anything with the name may be written within a node, apart from its declaration.</summary>
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

    /// <summary>Returns the whole expression that may be written, if it ends in the name; otherwise, <see langword="null"/>.</summary>
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
