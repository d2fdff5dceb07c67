using System.Text;
using Pitchly.Analyzers.Options;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>Determines whether a text that reaches a sink is a secret or only represents one.</summary>
internal static class SecretValue
{
    /// <summary>The minimum length of a random text that is a whole secret, even if a secret is only compared with it.</summary>
    public const int FullLength = 32;

    /// <summary>
    /// The number of characters that are examined for placeholders and addresses. The limit on the text bounds the time, also on a busy
    /// machine.
    /// </summary>
    private const int Examined = 1_024;

    /// <summary>Prefixes of keys that their vendors publish with their clients.</summary>
    private static readonly string[] Publishable = ["pk_live_", "pk_test_", "sb_publishable_"];

    /// <summary>Determines whether a whole text is a secret, at a sink of the given strength.</summary>
    public static bool IsSecret(string text, SinkStrength strength, SecretOptions options)
    {
        var value = text.Trim();
        var start = value.Length > Examined ? value.Substring(0, Examined) : value;
        var isPlaceholder = value.Length == 0 || PlaceholderText.Is(value, start) || EncodesPlaceholder(start);
        if (isPlaceholder || options.IsSafe(value))
        {
            return false;
        }

        if (strength == SinkStrength.Schema)
        {
            return true;
        }

        var isWordOnly = !options.ReportWordLike && value.All(char.IsLetter);
        if (value.Length < options.MinimumLength || isWordOnly || IsPublic(value))
        {
            return false;
        }

        return strength == SinkStrength.Key
            ? !NameLikeText.IsAddress(value, start)
            : !IsNameLike(value, start) && MeetsStrength(value, strength);
    }

    /// <summary>Determines whether a text only names something or is a placeholder.</summary>
    public static bool IsName(string text) => PlaceholderText.Is(text, text) || NameLikeText.Is(text, text);

    /// <summary>Determines whether a value is the base64 encoding of a placeholder.</summary>
    private static bool EncodesPlaceholder(string value)
    {
        if (value.Length % 4 != 0 || !value.All(character => char.IsLetterOrDigit(character) || character is '+' or '/' or '='))
        {
            return false;
        }

        try
        {
            var decoded = Convert.FromBase64String(value);
            return Array.TrueForAll(decoded, one => one is >= (byte)' ' and <= (byte)'~')
                && Encoding.ASCII.GetString(decoded) is { Length: > 0 } text && PlaceholderText.Is(text, text);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsNameLike(string value, string start) =>
        NameLikeText.Is(value, start) || NameLikeText.Is(Unmarked(value), Unmarked(start));

    private static bool MeetsStrength(string value, SinkStrength strength) => strength switch
    {
        SinkStrength.Named => true,
        SinkStrength.Label => !NameLikeText.IsCaption(value),
        SinkStrength.Comparison => IsFull(value),
        SinkStrength.Digits => value.Any(char.IsDigit) && !value.Any(character => character is ':' or '/' or '.' or ' '),
        SinkStrength.Random => Randomness.IsClearlyRandom(value),
        _ => Randomness.IsLikelyRandom(value),
    };

    /// <summary>Returns a text without the marks that are commonly put around words.</summary>
    private static string Unmarked(string value) => value.Trim('*', '#', '!', '?', '"', '\'');

    private static bool IsPublic(string value) =>
        Publishable.Any(prefix => value.StartsWith(prefix, StringComparison.Ordinal)) || Randomness.IsAlphabet(value);

    private static bool IsFull(string text)
    {
        var isMixed = text.Any(char.IsDigit) && text.Any(char.IsLetter) && !text.Any(char.IsWhiteSpace);
        return SecretShape.Of(text) != ShapeKind.None || text.Length >= FullLength && isMixed;
    }
}

/// <summary>Specifies how certain it is that a sink expects a secret, which determines the texts that are reported.</summary>
internal enum SinkStrength
{
    /// <summary>The name may have another meaning. Only random text is reported.</summary>
    Weak,

    /// <summary>The value is compared with a secret. Only text of full length is reported.</summary>
    Comparison,

    /// <summary>The name contains a noun for secrets but may denote something else. Only clearly random text is reported.</summary>
    Random,

    /// <summary>The name may denote the key of a table. Only text with digits is reported.</summary>
    Digits,

    /// <summary>The value is the entry of a table and may be a caption.</summary>
    Label,

    /// <summary>The value is the key of a signature, which may consist of words.</summary>
    Key,

    /// <summary>The name denotes a secret.</summary>
    Named,

    /// <summary>A schema declares the value as a secret.</summary>
    Schema,
}
