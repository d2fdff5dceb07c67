using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.CodeFixes;

/// <summary>
/// Removes a secret from a client: deletes the initializer member or the assignment that contains it. Elsewhere, replaces it with an empty
/// string, which cannot be used to connect.
/// </summary>
internal static class Removal
{
    /// <summary>Returns the file without the secret, or <see langword="null"/> if the secret cannot be removed separately.</summary>
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

    /// <summary>Removes an entry, and keeps the trivia before the closing brace.</summary>
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
