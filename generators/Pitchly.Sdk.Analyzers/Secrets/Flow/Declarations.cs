using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// Leads steps from symbols to their source. What another project declares has none here, whether it is referenced as a project or as a
/// file.
/// </summary>
internal static class Declarations
{
    public static IOperation? OperationOf(this IWalk walk, SyntaxNode? syntax) =>
        syntax is null ? null : walk.Program.OperationOf(syntax, walk.CancellationToken);

    public static SyntaxNode? DeclarationOf(this IWalk walk, ISymbol symbol) => walk.Program.DeclarationOf(symbol, walk.CancellationToken);

    /// <summary>The body of a method, accessor or function.</summary>
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

    /// <summary>What a method of the source returns; <see langword="null"/> if it isn't one, or yields its elements one by one.</summary>
    public static IEnumerable<IOperation>? ReturnsOf(this IWalk walk, IMethodSymbol method) =>
        walk.BodyOf(method) is { } body && !Returns.IsIterator(body) ? walk.OperationsOf(Returns.Of(body)) : null;

    /// <summary>What an iterator of the source yields; <see langword="null"/> if it isn't one.</summary>
    public static IEnumerable<IOperation>? YieldsOf(this IWalk walk, IMethodSymbol method) =>
        walk.BodyOf(method) is { } body && Returns.IsIterator(body) ? walk.OperationsOf(Returns.Of(body)) : null;

    public static IOperation? InitializerOf(this IWalk walk, ISymbol member) => walk.DeclarationOf(member) switch
    {
        VariableDeclaratorSyntax { Initializer: { } value } => walk.OperationOf(value.Value),
        PropertyDeclarationSyntax { Initializer: { } value } => walk.OperationOf(value.Value),
        _ => null,
    };

    /// <summary>The default of a parameter, where it is declared.</summary>
    public static IOperation? DefaultOf(this IWalk walk, IParameterSymbol parameter) =>
        walk.DeclarationOf(parameter) is ParameterSyntax { Default: { } standard } ? walk.OperationOf(standard.Value) : null;

    public static MethodFlow? FlowAround(this IWalk walk, SyntaxNode node) => walk.Program.FlowAround(node, walk.CancellationToken);

    private static IEnumerable<IOperation> OperationsOf(this IWalk walk, IEnumerable<SyntaxNode> expressions) =>
        expressions.Select(walk.OperationOf).OfType<IOperation>();
}
