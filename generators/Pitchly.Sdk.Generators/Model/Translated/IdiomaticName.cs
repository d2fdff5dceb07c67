using System.Text;

namespace Pitchly.Generators.Model;

/// <summary>Creates C# names from names that were written for other languages: <c>LIST_OF-rows</c> becomes <c>ListOfRows</c>.</summary>
internal static class IdiomaticName
{
    private const int LongestName = 120;

    /// <summary>The words for symbols that are part of a name.</summary>
    private static readonly Dictionary<char, string> Signs = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['='] = "Equal",
        ['!'] = "Not",
        ['*'] = "Star",
        ['@'] = "At",
        ['%'] = "Percent",
        ['#'] = "Number",
        ['&'] = "And",
        ['|'] = "Or",
        ['?'] = "Question",
        ['~'] = "Tilde",
        ['^'] = "Caret",
        ['/'] = "Slash",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        ['['] = "Open",
        [']'] = "Close",
    };

    /// <summary>Returns a public C# name.</summary>
    /// <param name="text">The original name.</param>
    /// <param name="fallback">The name to use if no C# name can be created from the original one.</param>
    public static string Of(string text, string fallback)
    {
        var name = new StringBuilder();
        foreach (var word in Words(text))
        {
            name.Append(Capital(word));
        }

        if (name.Length == 0)
        {
            return fallback;
        }

        if (!char.IsUpper(name[0]))
        {
            name.Insert(0, char.IsDigit(name[0]) ? "_" : "X");
        }

        var whole = name.Length <= LongestName ? name.ToString() : name.ToString(
            0, LongestName - StableHash.Length - 1) + "_" + StableHash.Of(
            text);
        return CSharpName.IsValid(whole) ? whole : fallback + "_" + StableHash.Of(text);
    }

    private static string Capital(string word)
    {
        var isShouted = word.Length > 1 && !word.Any(char.IsLower);
        return char.ToUpperInvariant(word[0]) + (isShouted ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
                continue;
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (IsSign(text, i))
            {
                yield return Signs[letter];
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>
    /// Returns <see langword="true"/> if a symbol becomes a word; otherwise, <see langword="false"/>. Some symbols do at the start of a
    /// name, and all do in a name that consists only of symbols. Between words, a symbol is only a separator.
    /// </summary>
    private static bool IsSign(string text, int index)
    {
        if (!Signs.ContainsKey(text[index]))
        {
            return false;
        }

        var isStart = text.Substring(0, index).All(letter => !char.IsLetterOrDigit(letter));
        return isStart && (text[index] is '+' or '-' or '<' or '>' or '=' or '!' || text.All(letter => !char.IsLetterOrDigit(letter)));
    }
}
