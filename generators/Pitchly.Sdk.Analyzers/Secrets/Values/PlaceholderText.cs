using System.Text.RegularExpressions;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// Recognizes texts that represent a secret to be filled in later: template tokens, masks, and words that request a replacement.
/// </summary>
internal static class PlaceholderText
{
    /// <summary>A whole text between delimiters. A secret may be between them too, but then it contains a digit.</summary>
    private static readonly Regex Marked = new(
        @"^<[^<>]*>$|^\[[^\[\]\d]*\]$|^%[^%\d]+%$|^%[A-Z0-9_]+%$|^#\{.*\}#?$|^__[^\d]+__$|^__[A-Z0-9_]+__$"
        + @"|^@[a-zA-Z_.]+(\(.*\))?$|^\$([a-zA-Z_]+|[A-Z0-9_]+)$|^[A-Z]+\(.*\)$",
        RegexOptions.CultureInvariant);

    /// <summary>A template token within a text.</summary>
    private static readonly Regex Hole = new(
        @"\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\}|\{(\d?|[a-zA-Z][\w.:,\- ]*)\}|<[a-zA-Z][\w \-]*>|\.\.\.|…",
        RegexOptions.CultureInvariant);

    public static bool Is(string text, string start)
    {
        if (IsMask(text) || Marked.IsMatch(start) || Hole.IsMatch(start))
        {
            return true;
        }

        var words = Words.Split(text);
        if (words.IsEmpty)
        {
            return true;
        }

        var hasDigit = text.Any(char.IsDigit);
        return words.Any(word => Vocabulary.Placeholders.Contains(word) || !hasDigit && Vocabulary.Requests.Contains(word))
            || words[0].StartsWith("your", StringComparison.Ordinal)
            || IsPhrase(string.Join(" ", words))
            || words.Length is > 1 and <= 4 && words[words.Length - 1] == "me" && !hasDigit;
    }

    private static bool IsPhrase(string joined) => Vocabulary.PlaceholderPhrases.Any(phrase => $" {joined} ".Contains($" {phrase} "));

    /// <summary>
    /// Determines whether a text is a mask: one repeated character, or dots and asterisks, also after the prefix of a secret, as in
    /// <c>plys_****</c>.
    /// </summary>
    private static bool IsMask(string text)
    {
        var rest = text.StartsWith(SecretShape.AppSecretPrefix, StringComparison.Ordinal)
            || text.StartsWith(SecretShape.UserTokenPrefix, StringComparison.Ordinal)
            ? text.Substring(SecretShape.AppSecretPrefix.Length)
            : text;
        var different = rest.Distinct().Count();
        return rest.All(character => !char.IsLetterOrDigit(character))
            || different == 1
            || different == 2 && rest.Any(character => character is '*' or 'x' or 'X' or '.' or '0' or '-' or '#' or '?');
    }
}
