using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// Finds where a name occurs in the source: first by an index of the words of each file, then by text, and finally by syntax.
/// </summary>
internal sealed class Occurrences(Compilation compilation)
{
    private readonly Lazy<Dictionary<int, List<SyntaxTree>>> _treesByWord = new(() => Index(compilation));

    /// <summary>Returns every identifier with the name, ordered by file name.</summary>
    public IEnumerable<SyntaxToken> Anywhere(string name, CancellationToken cancellationToken) =>
        _treesByWord.Value.TryGetValue(HashOf(name, 0, name.Length), out var trees)
            ? trees.SelectMany(tree => Within(tree.GetRoot(cancellationToken), name))
            : [];

    public static IEnumerable<SyntaxToken> Within(SyntaxNode node, string name)
    {
        if (name.Length == 0)
        {
            yield break;
        }

        var start = node.Span.Start;
        var text = node.SyntaxTree.GetText().ToString(node.Span);
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length,
            StringComparison.Ordinal))
        {
            if (!IsWhole(text, at, name.Length))
            {
                continue;
            }

            var token = node.FindToken(start + at);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is not null)
            {
                yield return token;
            }
        }
    }

    private static bool IsWhole(string text, int start, int length)
    {
        var (before, after) = (start - 1, start + length);
        return !(before >= 0 && IsWordCharacter(text[before])) && !(after < text.Length && IsWordCharacter(text[after]));
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';

    /// <summary>Returns the files that contain each word. The words are represented by their hashes.</summary>
    private static Dictionary<int, List<SyntaxTree>> Index(Compilation compilation)
    {
        var index = new Dictionary<int, List<SyntaxTree>>();
        var seen = new HashSet<int>();
        foreach (var tree in compilation.SyntaxTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            seen.Clear();
            var text = tree.GetText().ToString();
            for (var start = 0; start < text.Length; start++)
            {
                if (!IsWordCharacter(text[start]))
                {
                    continue;
                }

                var end = start + 1;
                while (end < text.Length && IsWordCharacter(text[end]))
                {
                    end++;
                }

                var hash = HashOf(text, start, end);
                if (seen.Add(hash))
                {
                    if (!index.TryGetValue(hash, out var trees))
                    {
                        index[hash] = trees = [];
                    }

                    trees.Add(tree);
                }

                start = end;
            }
        }

        return index;
    }

    /// <summary>Computes an FNV-1a hash.</summary>
    private static int HashOf(string text, int start, int end)
    {
        var hash = unchecked((int)2166136261);
        for (var index = start; index < end; index++)
        {
            hash = unchecked((hash ^ text[index]) * 16777619);
        }

        return hash;
    }
}
