using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// Resolves symbols to their source. A symbol that another project declares has no source here, whether that project is referenced as a
/// project or as a file.
/// </summary>
internal static class Declarations
{
    public static IOperation? OperationOf(this IWalk walk, SyntaxNode? syntax) =>
        syntax is null ? null : walk.Program.OperationOf(syntax, walk.CancellationToken);

    public static SyntaxNode? DeclarationOf(this IWalk walk, ISymbol symbol) => walk.Program.DeclarationOf(symbol, walk.CancellationToken);

    /// <summary>Returns the body of a method, accessor, or function.</summary>
    public static SyntaxNode? BodyOf(this IWalk walk, IMethodSymbol method) =>
        walk.DeclarationOf(method.PartialImplementationPart ?? method) switch
        {
            BaseMethodDeclarationSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            LocalFunctionStatementSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            AccessorDeclarationSyntax one => (SyntaxNode?)one.Body ?? one.ExpressionBody,
            ArrowExpressionClauseSyntax one => one,
            AnonymousFunctionExpressionSyntax one => one.Body,
            _ => null,
        };

    /// <summary>
    /// Returns the values that a method of the source returns; <see langword="null"/> if it is not a method of the source, or is an
    /// iterator.
    /// </summary>
    public static IEnumerable<IOperation>? ReturnsOf(this IWalk walk, IMethodSymbol method) =>
        walk.BodyOf(method) is { } body && !Returns.IsIterator(body) ? walk.OperationsOf(Returns.Of(body)) : null;

    /// <summary>
    /// Returns the values that an iterator of the source yields; <see langword="null"/> if it is not an iterator of the source.
    /// </summary>
    public static IEnumerable<IOperation>? YieldsOf(this IWalk walk, IMethodSymbol method) =>
        walk.BodyOf(method) is { } body && Returns.IsIterator(body) ? walk.OperationsOf(Returns.Of(body)) : null;

    public static IOperation? InitializerOf(this IWalk walk, ISymbol member) => walk.DeclarationOf(member) switch
    {
        VariableDeclaratorSyntax { Initializer: { } value } => walk.OperationOf(value.Value),
        PropertyDeclarationSyntax { Initializer: { } value } => walk.OperationOf(value.Value),
        _ => null,
    };

    /// <summary>Returns the default value in the declaration of a parameter.</summary>
    public static IOperation? DefaultOf(this IWalk walk, IParameterSymbol parameter) =>
        walk.DeclarationOf(parameter) is ParameterSyntax { Default: { } standard } ? walk.OperationOf(standard.Value) : null;

    public static MethodFlow? FlowAround(this IWalk walk, SyntaxNode node) => walk.Program.FlowAround(node, walk.CancellationToken);

    private static IEnumerable<IOperation> OperationsOf(this IWalk walk, IEnumerable<SyntaxNode> expressions) =>
        expressions.Select(walk.OperationOf).OfType<IOperation>();
}
