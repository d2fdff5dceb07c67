using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds what a body returns or yields, lambdas and local functions within it left out.</summary>
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
                return body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                    .Select(node => (node as ReturnStatementSyntax)?.Expression ?? (node as YieldStatementSyntax)?.Expression)
                    .OfType<ExpressionSyntax>();
        }
    }
}
