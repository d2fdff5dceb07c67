using System.Text.RegularExpressions;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>Tells whether a text that has come to a secret's place is a secret, or only stands for one.</summary>
internal static class SecretValue
{
    /// <summary>A text of so many random characters is a whole secret, even where it is only compared with.</summary>
    public const int FullLength = 32;

    private const int RandomLooking = 20;

    /// <summary>So many characters tell a placeholder or an address. A bound on the text bounds the time, on a busy machine too.</summary>
    private const int Examined = 1_024;

    private static readonly Regex Template = new(
        @"^<[^<>]*>$|^\[[^\[\]]*\]$|^%[^%]+%$|^#\{.*\}#?$|^__.+__$|^@[\w.]+(\(.*\))?$|^\$\w+$|\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\}|\{[\w.:,\- ]*\}|<[a-zA-Z][\w \-]*>",
        RegexOptions.CultureInvariant);

    private static readonly Regex Address = new(
        @"^[a-zA-Z][a-zA-Z0-9+.\-]*://|^(data|urn|mailto|arn|file|vault):|^(\.{0,2}|~)/|^[a-zA-Z]:\\|^\\\\|\.(json|txt|pem|key|crt|cer|pfx|xml|ya?ml|config|ini|env|cs|js|html)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Tells whether a whole text is a secret, in a place of the given strength.</summary>
    public static bool IsSecret(string text, SinkStrength strength, SecretOptions options)
    {
        var value = text.Trim();
        if (value.Length == 0 || IsMask(value) || IsPlaceholder(value) || options.IsSafe(value))
        {
            return false;
        }

        if (value is SecretShape.AppSecretPrefix or SecretShape.UserTokenPrefix)
        {
            return false;
        }

        if (strength == SinkStrength.Schema)
        {
            return true;
        }

        if (value.Length < options.MinimumLength || IsAddress(value) || IsProse(value) || IsIdentifier(value) || !options.ReportWordLike
            && value.All(char.IsLetter))
        {
            return false;
        }

        return strength switch
        {
            SinkStrength.Named => true,
            SinkStrength.Label => !IsLabel(value),
            SinkStrength.Comparison => IsFull(value),
            SinkStrength.Digits => value.Any(char.IsDigit) && !value.Any(character => character is ':' or '/' or '.' or ' '),
            _ => LooksRandom(value),
        };
    }

    /// <summary>Tells whether a text is so long and so mixed that it can only be a secret or an id.</summary>
    public static bool LooksRandom(string text) =>
        text.Length >= RandomLooking && text.Any(char.IsUpper) && text.Any(char.IsLower) && text.Any(char.IsDigit)
            && !text.Any(char.IsWhiteSpace);

    private static bool IsFull(string text) =>
        SecretShape.Of(text) != ShapeKind.None
        || text.Length >= FullLength && text.Any(char.IsDigit) && text.Any(char.IsLetter) && !text.Any(char.IsWhiteSpace);

    /// <summary>A URI, path or file name; base64 may begin with a slash too.</summary>
    private static string Start(string text) => text.Length > Examined ? text.Substring(0, Examined) : text;

    private static bool IsAddress(string text) =>
        Address.IsMatch(Start(text)) && !(text[0] == '/' && text.LastIndexOf('/') == 0 && LooksRandom(text));

    /// <summary>One character over and over, dots and stars.</summary>
    private static bool IsMask(string text) =>
        text.All(character => !char.IsLetterOrDigit(character)) || text.Distinct().Count() <= 2
            && text.Any(character => character is '*' or 'x' or 'X' or '.' or '0' or '-' or '#' or '?' or '…');

    private static bool IsPlaceholder(string text)
    {
        if (Template.IsMatch(Start(text)))
        {
            return true;
        }

        var words = Words.Split(text);
        if (words.Any(Vocabulary.Placeholders.Contains))
        {
            return true;
        }

        var joined = string.Join(" ", words);
        return Vocabulary.PlaceholderPhrases.Any(phrase => $" {joined} ".Contains($" {phrase} "))
            || words.Length > 0 && words[0].StartsWith("your", StringComparison.Ordinal) && words.Length > 1;
    }

    private static bool IsProse(string text)
    {
        var words = text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3
            && words.Count(word =>
            word.Trim('.', ',', '!', '?', ':', ';', '"', '\'', '(', ')', '“', '”', '„')
            .All(character => char.IsLetter(character) || character is '-' or '\'' or '’')) >= words.Length - 1;
    }

    private static bool IsIdentifier(string text)
    {
        if (text.Any(character => !char.IsLetterOrDigit(character) && character is not ('_' or '-' or ':' or '.' or '/' or ' ')))
        {
            return false;
        }

        var words = Words.Split(text);
        var letters = words.Where(word => !char.IsDigit(word[0])).ToList();
        var hasNumber = letters.Count < words.Length;
        if (letters.Count == 0 || hasNumber && letters.Count == 1 || words.Any(word => char.IsDigit(word[0]) && word.Length > 1))
        {
            return false;
        }

        return letters.All(Vocabulary.Identifiers.Contains)
            || words.Length > 1 && !hasNumber && letters.All(word => word.Length > 1) && Vocabulary.Nouns.Contains(words[words.Length - 1]);
    }

    /// <summary>A caption for people: letters with a capital first, or of other scripts, with spaces or hyphens.</summary>
    private static bool IsLabel(string text) =>
        text.All(character => char.IsLetter(character) || character is ' ' or '-' or '\'' or '’' or '(' or ')' or ':' or '…' or '.')
        && (text.Any(character => character > 127) || char.IsUpper(text[0]) && text.Skip(1).Any(char.IsLower) || text.Contains(' '))
        && !Words.Split(text).Any(word => word.Length == 1 && text.Length > 12);
}

/// <summary>How sure a place is to hold a secret, which decides what text is believed to be one.</summary>
internal enum SinkStrength
{
    /// <summary>Its name may mean another thing: only random text counts.</summary>
    Weak,

    /// <summary>It is compared with a secret: only a full-length text counts.</summary>
    Comparison,

    /// <summary>Its name may mean the key of a table: only texts with digits count.</summary>
    Digits,

    /// <summary>A table's entry, which may be a caption.</summary>
    Label,

    /// <summary>Its name says so.</summary>
    Named,

    /// <summary>A schema says so.</summary>
    Schema,
}
