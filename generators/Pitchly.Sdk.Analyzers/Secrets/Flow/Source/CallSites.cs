using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Finds the possible call sites of a method or constructor by syntax.</summary>
internal sealed class CallSites(
    SourceNames names, ImplicitCreations implicitCreations, Func<SyntaxTree, SemanticModel> modelOf)
{
    private const string AttributeSuffix = "Attribute";

    public IEnumerable<SyntaxNode> Of(IMethodSymbol method, CancellationToken cancellationToken) => method.MethodKind switch
    {
        MethodKind.Constructor => OfConstructor(method.ContainingType, cancellationToken),
        MethodKind.LocalFunction => names.DeclarationsOf(method, cancellationToken)
            .Select(MethodFlow.MemberAround)
            .OfType<SyntaxNode>()
            .SelectMany(member => Occurrences.Within(member, method.Name))
            .SelectMany(token => CallOf(token.Parent!)),
        _ => names.NamesOf(method, cancellationToken).SelectMany(CallOf),
    };

    private static IEnumerable<SyntaxNode> CallOf(SyntaxNode name) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Expression.Span.Contains(name.Span) ? [call] : [];

    private IEnumerable<SyntaxNode> OfConstructor(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        string[] written = type.Name.EndsWith(AttributeSuffix, StringComparison.Ordinal)
            ? [type.Name.Substring(0, type.Name.Length - AttributeSuffix.Length), type.Name]
            : [type.Name];
        return
        [
            .. written.SelectMany(name => names.TokensOf(name, type, cancellationToken)).SelectMany(CreationsAround),
            .. names.DeclarationsOf(type, cancellationToken).OfType<TypeDeclarationSyntax>().SelectMany(InitializersIn),
            .. implicitCreations.OfType(type.Name, modelOf, cancellationToken),
        ];
    }

    /// <summary>
    /// Returns the creation, attribute, or base type that names the type, or the initializers of a derived class's constructors, which call
    /// its constructor.
    /// </summary>
    private static IEnumerable<SyntaxNode> CreationsAround(SyntaxToken typeName) =>
        typeName.Parent!.Ancestors().Take(4).SelectMany(node => node switch
    {
        ObjectCreationExpressionSyntax creation when creation.Type.Span.Contains(typeName.Span) => [creation],
        PrimaryConstructorBaseTypeSyntax { ArgumentList: not null } or AttributeSyntax => [node],
        ClassDeclarationSyntax { BaseList: { } bases } heir when bases.Span.Contains(typeName.Span) => InitializersIn(heir),
        _ => Enumerable.Empty<SyntaxNode>(),
    });

    private static IEnumerable<SyntaxNode> InitializersIn(TypeDeclarationSyntax type) =>
        type.Members.OfType<ConstructorDeclarationSyntax>().Select(one => one.Initializer).OfType<ConstructorInitializerSyntax>();
}
