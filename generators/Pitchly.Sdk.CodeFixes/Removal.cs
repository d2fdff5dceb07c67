using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.CodeFixes;

/// <summary>
/// Takes a secret out of a client: the member of an initializer or the assignment that holds it goes; elsewhere an empty text stays, which
/// connects nothing.
/// </summary>
internal static class Removal
{
    /// <summary>The file without the secret, or <see langword="null"/> where it can't be taken out alone.</summary>
    public static SyntaxNode? Of(SyntaxNode root, ExpressionSyntax secret) => secret.Parent switch
    {
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } member when member.Right == secret =>
            RemoveFrom(root, initializer, member),
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment
            when assignment.Right == secret => Remove(root, statement),
        InitializerExpressionSyntax { Parent: InitializerExpressionSyntax initializer } entry => RemoveFrom(root, initializer, entry),
        AttributeArgumentSyntax { NameEquals: not null } argument => Remove(root, argument),
        _ => root.ReplaceNode(secret, Empty(secret)),
    };

    /// <summary>What stands before the closing brace stays before it.</summary>
    private static SyntaxNode RemoveFrom(SyntaxNode root, InitializerExpressionSyntax initializer, ExpressionSyntax entry)
    {
        var kept = initializer.Expressions.Remove(entry);
        if (kept.Count > 0 && entry == initializer.Expressions.Last() && kept.SeparatorCount < kept.Count)
        {
            kept = kept.Replace(kept.Last(), kept.Last().WithTrailingTrivia(entry.GetTrailingTrivia()));
        }

        return root.ReplaceNode(initializer, initializer.WithExpressions(kept));
    }

    private static SyntaxNode? Remove(SyntaxNode root, SyntaxNode node) => root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia);

    private static ExpressionSyntax Empty(ExpressionSyntax secret) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("")).WithTriviaFrom(secret);
}
