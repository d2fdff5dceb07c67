using System.Globalization;
using System.Text.RegularExpressions;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// Recognizes texts that name or describe something: prose and captions in any script, addresses and paths, keys, and names of things.
/// </summary>
internal static class NameLikeText
{
    private static readonly Regex Address = new(
        @"^[a-zA-Z][a-zA-Z0-9+.\-]*://|^(data|urn|mailto|arn|file|vault|keyvault|env|ssm|op|kv):|^[a-zA-Z]:\\|^\\\\"
        + @"|\.(json|txt|pem|key|crt|cer|pfx|xml|ya?ml|config|ini|env|cs|js|html|ico|png|resx)(;.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>A key of configuration, of the environment, or of JSON, with indexes.</summary>
    private static readonly Regex Key = new(
        @"^[A-Za-z]+((:|__)[A-Za-z]+)*((:|__)\d{1,3}(:|__|$)[A-Za-z]*)+$|^[A-Za-z]+(\.[A-Za-z]+|\[\d{1,3}\]){2,}$|^[A-Z]+(_[A-Z]+)+\d?$",
        RegexOptions.CultureInvariant);

    /// <summary>The name of an option that begins with a short product name, such as <c>s3-password</c>.</summary>
    private static readonly Regex Option = new(@"^[a-z]+\d{1,3}(-[a-z]+)+$", RegexOptions.CultureInvariant);

    /// <summary>A name that ends in the encoding or version of the value, such as <c>password_hash_b64</c>.</summary>
    private static readonly Regex Encoded = new("^[a-z]+([_-][a-z]+)*[_-](b64|base64|utf8|sha256|v\\d)$", RegexOptions.CultureInvariant);

    /// <summary>A version 1 GUID without hyphens, which contains a time and not a secret.</summary>
    private static readonly Regex TimeGuid = new(@"^[0-9a-fA-F]{12}1[0-9a-fA-F]{3}[89abAB][0-9a-fA-F]{15}$", RegexOptions.CultureInvariant);

    private static readonly Regex Statement = new(@"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|EXEC)\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static bool Is(string text, string start) =>
        IsAddress(text, start) || Key.IsMatch(start) || Statement.IsMatch(start) || TimeGuid.IsMatch(start) || IsProse(text)
            || IsOfOtherScript(text)
            || IsIdentifier(text);

    /// <summary>
    /// Determines whether a text is a human-readable caption: letters, spaces, and punctuation, with a capital first, with spaces, or in a
    /// script other than ASCII.
    /// </summary>
    public static bool IsCaption(string text)
    {
        var isOfLetters = text.All(character => IsLetter(character) || " -'’():…./*#?!,–&".IndexOf(character) >= 0);
        var isWritten = text.Any(character => character > 127) || text.Contains(' ') || char.IsUpper(text[0])
            && text.Skip(1).Any(char.IsLower);
        return isOfLetters && isWritten && !Randomness.IsClearlyRandom(text)
            && !(text.Length > 12 && Words.Split(text).Count(word => word.Length == 1) > 1);
    }

    /// <summary>Determines whether a text is a URI, a file, or a path whose parts are words.</summary>
    public static bool IsAddress(string text, string start) => Address.IsMatch(start) || text.Contains('/') && IsPath(text);

    /// <summary>Determines whether a text is a path. Base64 contains slashes too, but the parts between them are not words.</summary>
    private static bool IsPath(string text)
    {
        var parts = text.TrimStart('~', '.').Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        return parts.All(part =>
            part.All(character => char.IsLetterOrDigit(character) || "-_.,;=?&{}@:# ".IndexOf(character) >= 0)
                && !Randomness.IsClearlyRandom(part))
            && parts.Count(part =>
                part.Length > 1 && part.All(character => char.IsLower(character) || !char.IsLetter(character))
                || Words.Split(part).Length == 1) * 2 > parts.Length;
    }

    private static bool IsProse(string text)
    {
        var words = text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3
            && words.Count(word =>
            word.Trim('.', ',', '!', '?', ':', ';', '"', '\'', '(', ')', '“', '”', '„').All(IsWordLetter)) >= words.Length - 1;
    }

    /// <summary>
    /// Determines whether a text consists of words in a script other than ASCII. Text with a digit is excluded, because it may be a secret
    /// that is typed on the same keyboard.
    /// </summary>
    private static bool IsOfOtherScript(string text) =>
        !text.Any(char.IsDigit) && text.Any(character => character > 127 && IsLetter(character));

    private static bool IsWordLetter(char character) => IsLetter(character) || character is '-' or '\'' or '’';

    /// <summary>
    /// Determines whether a character is a letter or a mark on a letter. <see cref="char.IsLetter(char)"/> excludes marks.
    /// </summary>
    private static bool IsLetter(char character) => char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>
    /// Determines whether a text consists of words that only name things, in any casing: <c>client_secret_post</c>,
    /// <c>Pitchly:AppSecret</c>, <c>s3-password</c>.
    /// </summary>
    private static bool IsIdentifier(string text)
    {
        if (text.Any(character => !char.IsLetterOrDigit(character) && character is not ('_' or '-' or ':' or '.' or '/' or ' ')))
        {
            return false;
        }

        var words = Words.Split(text);
        var letters = words.Where(word => !char.IsDigit(word[0])).ToList();
        var hasNumber = letters.Count < words.Length;
        if (Encoded.IsMatch(text) && words.Any(Vocabulary.Nouns.Contains))
        {
            return true;
        }

        if (Option.IsMatch(text) && Vocabulary.Nouns.Contains(words[words.Length - 1]))
        {
            return true;
        }

        var isWordWithNumber = hasNumber && letters.Count == 1;
        if (letters.Count == 0 || isWordWithNumber || words.Any(word => char.IsDigit(word[0]) && word.Length > 1))
        {
            return false;
        }

        if (letters.All(Vocabulary.Identifiers.Contains))
        {
            return true;
        }

        var isName = letters.Count > 1 && letters.All(word => word.Length > 1) && !hasNumber;
        return isName && (letters.Any(Vocabulary.Nouns.Contains) || IsNameOfThings(text, letters));
    }

    /// <summary>
    /// Determines whether a text consists of words joined by hyphens, underscores, or dots, at least half of which name things in software.
    /// </summary>
    private static bool IsNameOfThings(string text, List<string> words) =>
        text.IndexOfAny(['-', '_', '.']) > 0 && words.Count(Vocabulary.Identifiers.Contains) * 2 >= words.Count;
}
