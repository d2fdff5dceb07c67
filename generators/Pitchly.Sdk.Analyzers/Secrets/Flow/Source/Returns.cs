using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Finds the values that a body returns or yields, without those of nested lambdas and local functions.</summary>
internal static class Returns
{
    public static IEnumerable<ExpressionSyntax> Of(SyntaxNode body)
    {
        switch (body)
        {
            case ExpressionSyntax value:
                return [value];
            case ArrowExpressionClauseSyntax arrow:
                return [arrow.Expression];
            default:
                return Own(body)
                    .Select(node => (node as ReturnStatementSyntax)?.Expression ?? (node as YieldStatementSyntax)?.Expression)
                    .OfType<ExpressionSyntax>();
        }
    }

    public static bool IsIterator(SyntaxNode body) => body is BlockSyntax && Own(body).Any(node => node is YieldStatementSyntax);

    private static IEnumerable<SyntaxNode> Own(SyntaxNode body) =>
        body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
}
