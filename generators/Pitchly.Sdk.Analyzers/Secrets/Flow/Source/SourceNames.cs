using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Finds declarations and names in the program by syntax, without binding.</summary>
internal sealed class SourceNames(Compilation compilation)
{
    /// <summary>
    /// The maximum number of occurrences of a name in the program. A more frequent name is traced only within its own type, so that the
    /// cost stays linear.
    /// </summary>
    private const int MaximumOccurrences = 64;

    private readonly Occurrences _occurrences = new(compilation);

    /// <summary>Returns all parts of a declaration in this program, ordered by file name.</summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.OriginalDefinition.DeclaringSyntaxReferences
            .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .OrderBy(reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(reference => reference.GetSyntax(cancellationToken));

    /// <summary>Returns the uses of a member's name, as far as the name is traced.</summary>
    public IEnumerable<SyntaxNode> NamesOf(ISymbol member, CancellationToken cancellationToken) =>
        TokensOf(member.Name, member, cancellationToken).Select(token => token.Parent!).Where(node => node is SimpleNameSyntax);

    /// <summary>
    /// Returns the occurrences of a name: within its outermost type if it is private or the name is too frequent; otherwise, anywhere.
    /// </summary>
    public ImmutableArray<SyntaxToken> TokensOf(string name, ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaredAccessibility != Accessibility.Private)
        {
            var anywhere = _occurrences.Anywhere(name, cancellationToken).Take(MaximumOccurrences + 1).ToImmutableArray();
            if (anywhere.Length <= MaximumOccurrences)
            {
                return anywhere;
            }
        }

        var outermost = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (outermost?.ContainingType is { } around)
        {
            outermost = around;
        }

        return outermost is null ? []
            : [.. DeclarationsOf(outermost, cancellationToken).SelectMany(type => Occurrences.Within(type, name))];
    }
}
