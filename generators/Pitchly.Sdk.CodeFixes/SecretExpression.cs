using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.CodeFixes;

/// <summary>Finds the expression that is the whole secret: the literal, or the concatenation or interpolation of all its pieces.</summary>
internal static class SecretExpression
{
    /// <summary>
    /// The name of the diagnostic property with the number of literals that form the secret. The literals after the first are the first
    /// additional locations.
    /// </summary>
    private const string Pieces = "pieces";

    /// <summary>
    /// Returns the expression, or <see langword="null"/> if the pieces are in separate expressions, where fixing one of them would not
    /// help.
    /// </summary>
    public static ExpressionSyntax? Of(SyntaxNode root, Diagnostic finding)
    {
        var first = root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!finding.Properties.TryGetValue(Pieces, out var text) || !int.TryParse(text, out var count))
        {
            return first as ExpressionSyntax;
        }

        var others = finding.AdditionalLocations.Take(count - 1).ToList();
        var whole = first.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(node =>
            others.All(other => other.SourceTree == first.SyntaxTree && node.Span.Contains(other.SourceSpan)));
        return whole is BinaryExpressionSyntax or InterpolatedStringExpressionSyntax ? whole : null;
    }
}
