using System.Text;
using Pitchly.Analyzers.Options;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>Tells whether a text that has come to a secret's place is a secret, or only stands for one.</summary>
internal static class SecretValue
{
    /// <summary>A text of so many random characters is a whole secret, even where it is only compared with.</summary>
    public const int FullLength = 32;

    /// <summary>So many characters tell a placeholder or an address. A bound on the text bounds the time, on a busy machine too.</summary>
    private const int Examined = 1_024;

    /// <summary>Beginnings of keys that their vendors publish with their clients.</summary>
    private static readonly string[] Publishable = ["pk_live_", "pk_test_", "sb_publishable_"];

    /// <summary>Tells whether a whole text is a secret, in a place of the given strength.</summary>
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

        return strength == SinkStrength.Key ? !NameLikeText.IsAddress(value, start) : !Names(value, start) && Suits(value, strength);
    }

    /// <summary>Tells whether a text only names something, or asks to be replaced.</summary>
    public static bool IsName(string text) => PlaceholderText.Is(text, text) || NameLikeText.Is(text, text);

    /// <summary>Base64 of a text that asks to be replaced.</summary>
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

    private static bool Names(string value, string start) =>
        NameLikeText.Is(value, start) || NameLikeText.Is(Unmarked(value), Unmarked(start));

    private static bool Suits(string value, SinkStrength strength) => strength switch
    {
        SinkStrength.Named => true,
        SinkStrength.Label => !NameLikeText.IsCaption(value),
        SinkStrength.Comparison => IsFull(value),
        SinkStrength.Digits => value.Any(char.IsDigit) && !value.Any(character => character is ':' or '/' or '.' or ' '),
        SinkStrength.Random => Randomness.IsPlain(value),
        _ => Randomness.Looks(value),
    };

    /// <summary>A text without the marks that people put around words.</summary>
    private static string Unmarked(string value) => value.Trim('*', '#', '!', '?', '"', '\'');

    private static bool IsPublic(string value) =>
        Publishable.Any(prefix => value.StartsWith(prefix, StringComparison.Ordinal)) || Randomness.IsAlphabet(value);

    private static bool IsFull(string text)
    {
        var isMixed = text.Any(char.IsDigit) && text.Any(char.IsLetter) && !text.Any(char.IsWhiteSpace);
        return SecretShape.Of(text) != ShapeKind.None || text.Length >= FullLength && isMixed;
    }
}

/// <summary>How sure a place is to hold a secret, which decides what text is believed to be one.</summary>
internal enum SinkStrength
{
    /// <summary>Its name may mean another thing: only random text counts.</summary>
    Weak,

    /// <summary>It is compared with a secret: only a full-length text counts.</summary>
    Comparison,

    /// <summary>Its name has the noun, but may be of another thing: only plainly random text counts.</summary>
    Random,

    /// <summary>Its name may mean the key of a table: only texts with digits count.</summary>
    Digits,

    /// <summary>A table's entry, which may be a caption.</summary>
    Label,

    /// <summary>It is the key of a signature, for which words will do.</summary>
    Key,

    /// <summary>Its name says so.</summary>
    Named,

    /// <summary>A schema says so.</summary>
    Schema,
}
