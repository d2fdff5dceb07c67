using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Docs.Tests;

/// <summary>Tests that a condition with more than three terms is a method, a property or a variable with a descriptive name.</summary>
public sealed class ConditionTests
{
    private const int MostTerms = 3;

    [Fact]
    public void Long_conditions_have_names() =>
        Assert.Empty(Repository.Files("*.cs").Where(path => !path.Contains("/TestCases/", StringComparison.Ordinal)).SelectMany(Unnamed));

    private static IEnumerable<string> Unnamed(string path)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Repository.Root, path)));
        return tree.GetRoot().DescendantNodes()
            .Where(node => IsAndOr(node) && !IsAndOr(Around(node)) && Terms(node) > MostTerms)
            .Where(node => Around(node) is not (EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax))
            .Select(node => $"{path}({tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}): {node}");
    }

    /// <summary>Returns the node that contains a condition, without parentheses and prefix operators.</summary>
    private static SyntaxNode Around(SyntaxNode node) =>
        node.Ancestors().First(parent => parent is not (ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax));

    private static bool IsAndOr(SyntaxNode node) => node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression;

    private static int Terms(SyntaxNode node) => node switch
    {
        ParenthesizedExpressionSyntax inner => Terms(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Terms(not.Operand),
        BinaryExpressionSyntax pair when IsAndOr(pair) => Terms(pair.Left) + Terms(pair.Right),
        _ => 1,
    };
}
