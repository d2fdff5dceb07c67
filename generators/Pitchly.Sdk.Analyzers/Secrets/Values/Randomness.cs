using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// Recognizes texts that are not composed of words, by how short the runs are between changes of letters, case, and digits.
/// </summary>
internal static class Randomness
{
    private const int ShortestMixed = 12;

    private const int ShortestOfLetters = 24;

    private const double PiecesPerCharacter = 0.3;

    /// <summary>
    /// Determines whether a text is clearly random: long enough, without spaces, and made of runs that are too short to be words.
    /// </summary>
    public static bool IsClearlyRandom(string text)
    {
        var core = text.TrimEnd('=');
        var shortest = core.Any(char.IsDigit) ? ShortestMixed : ShortestOfLetters;
        return core.Length >= shortest
            && core.Any(char.IsLetter)
            && (core.All(IsOfAlphabet) || MeetsPasswordRules(core))
            && !IsAlphabet(core)
            && Words.Split(core).Length >= core.Length * PiecesPerCharacter;
    }

    /// <summary>
    /// Determines whether a text mixes upper-case letters, lower-case letters, digits, and symbols without spaces, as password rules
    /// require.
    /// </summary>
    private static bool MeetsPasswordRules(string text) =>
        text.Any(char.IsUpper) && text.Any(char.IsLower) && text.Any(char.IsDigit)
        && text.All(character => IsOfAlphabet(character) || "!@#$%^&*?;".IndexOf(character) >= 0);

    /// <summary>
    /// Determines whether a text is long and mixes upper-case letters, lower-case letters, and digits, as random text does and names rarely
    /// do.
    /// </summary>
    public static bool IsLikelyRandom(string text) =>
        text.Length >= 20 && !text.Any(char.IsWhiteSpace) && text.Any(char.IsUpper) && text.Any(char.IsLower) && text.Any(char.IsDigit);

    /// <summary>Determines whether a text is an alphabet: a sequence of characters, most of which are consecutive.</summary>
    public static bool IsAlphabet(string text)
    {
        var following = 0;
        for (var index = 1; index < text.Length; index++)
        {
            following += text[index] == text[index - 1] + 1 ? 1 : 0;
        }

        return text.Length >= 16 && following >= text.Length * 3 / 4;
    }

    private static bool IsOfAlphabet(char character) =>
        character < 128 && char.IsLetterOrDigit(character) || character is '+' or '/' or '\\' or '-' or '_' or '.' or '~';
}
