using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds where a name stands in the source. The first names are searched for as text, which is quick; if there are many, an index is made.</summary>
internal sealed class Occurrences(Compilation compilation)
{
    private const int SearchesBeforeIndex = 12;

    private readonly ConcurrentDictionary<string, ImmutableArray<SyntaxToken>> _found = new(StringComparer.Ordinal);
    private Dictionary<string, List<SyntaxToken>>? _index;
    private ImmutableArray<SyntaxNode> _implicitCreations;
    private int _searches;

    /// <summary>Every identifier of that name, in one type or anywhere.</summary>
    public ImmutableArray<SyntaxToken> Of(string name, INamedTypeSymbol? within, CancellationToken cancellationToken)
    {
        if (within is not null)
        {
            var outermost = within;
            while (outermost.ContainingType is not null)
            {
                outermost = outermost.ContainingType;
            }

            return [.. outermost.DeclaringSyntaxReferences.SelectMany(reference => Within(reference.GetSyntax(cancellationToken), name))];
        }

        if (_found.TryGetValue(name, out var found))
        {
            return found;
        }

        if (Interlocked.Increment(ref _searches) > SearchesBeforeIndex)
        {
            var index = _index ??= NewIndex(cancellationToken);
            return index.TryGetValue(name, out var tokens) ? [.. tokens] : [];
        }

        found = [.. compilation.SyntaxTrees.SelectMany(tree => Within(tree.GetRoot(cancellationToken), name))];
        _found.TryAdd(name, found);
        return found;
    }

    public static IEnumerable<SyntaxToken> Within(SyntaxNode node, string name)
    {
        var span = node.Span;
        var text = node.SyntaxTree.GetText().ToString();
        for (var at = text.IndexOf(name, span.Start, span.Length, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + name.Length, span.End - at - name.Length, StringComparison.Ordinal))
        {
            var token = node.FindToken(at);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is not null)
            {
                yield return token;
            }
        }
    }

    /// <summary>Every <c>new(…)</c>, which does not say what it makes.</summary>
    public ImmutableArray<SyntaxNode> ImplicitCreations(CancellationToken cancellationToken)
    {
        if (_implicitCreations.IsDefault)
        {
            _implicitCreations =
            [
                .. compilation.SyntaxTrees
                    .Where(tree => tree.GetText(cancellationToken).ToString() is var text && (text.Contains("new(") || text.Contains("new (")))
                    .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>()),
            ];
        }

        return _implicitCreations;
    }

    private Dictionary<string, List<SyntaxToken>> NewIndex(CancellationToken cancellationToken)
    {
        var index = new Dictionary<string, List<SyntaxToken>>(StringComparer.Ordinal);
        foreach (var token in compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            if (!index.TryGetValue(token.ValueText, out var tokens))
            {
                index[token.ValueText] = tokens = [];
            }

            tokens.Add(token);
        }

        return index;
    }
}
