using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// Finds every <c>new(…)</c> with arguments by the type that it creates, which the expression itself does not name.
/// </summary>
internal sealed class ImplicitCreations(Compilation compilation)
{
    private readonly object _gate = new();
    private ILookup<string, SyntaxNode>? _byType;

    public IEnumerable<SyntaxNode> OfType(
        string typeName, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _byType ??= compilation.SyntaxTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
                .SelectMany(tree => In(tree, cancellationToken))
                .ToLookup(creation =>
                    WrittenType(creation) ?? modelOf(creation.SyntaxTree)
                    .GetTypeInfo(creation, cancellationToken).Type?.Name ?? "", creation => (SyntaxNode)creation);
        }

        return _byType[typeName];
    }

    private static IEnumerable<ImplicitObjectCreationExpressionSyntax> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        var root = tree.GetRoot(cancellationToken);
        for (var at = text.IndexOf("new(", StringComparison.Ordinal); at >= 0; at = text.IndexOf("new(", at + 1, StringComparison.Ordinal))
        {
            var creation = root.FindToken(at).Parent as ImplicitObjectCreationExpressionSyntax;
            if (creation?.SpanStart == at && creation.ArgumentList.Arguments.Count > 0)
            {
                yield return creation;
            }
        }
    }

    /// <summary>Returns the type name that is written in the enclosing declaration, which avoids binding.</summary>
    private static string? WrittenType(ImplicitObjectCreationExpressionSyntax creation)
    {
        var type = creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } =>
                declaration.Type,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.ReturnType,
            _ => null,
        };
        type = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
        return type switch
        {
            SimpleNameSyntax name => name.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            _ => null,
        };
    }
}
