using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// Tells texts that no one thought up from words, by how short the pieces are between which letters, cases and digits change.
/// </summary>
internal static class Randomness
{
    private const int ShortestMixed = 12;

    private const int ShortestOfLetters = 24;

    private const double PiecesPerCharacter = 0.3;

    /// <summary>Whether a text is plainly random: long enough, in one piece, and made of pieces too short to be words.</summary>
    public static bool IsPlain(string text)
    {
        var core = text.TrimEnd('=');
        var shortest = core.Any(char.IsDigit) ? ShortestMixed : ShortestOfLetters;
        return core.Length >= shortest
            && core.Any(char.IsLetter)
            && (core.All(IsOfAlphabet) || IsTyped(core))
            && !IsAlphabet(core)
            && Words.Split(core).Length >= core.Length * PiecesPerCharacter;
    }

    /// <summary>Capitals, small letters, digits and marks in one piece, as rules for passwords ask for.</summary>
    private static bool IsTyped(string text) =>
        text.Any(char.IsUpper) && text.Any(char.IsLower) && text.Any(char.IsDigit)
        && text.All(character => IsOfAlphabet(character) || "!@#$%^&*?;".IndexOf(character) >= 0);

    /// <summary>Whether a text is long and mixes capitals, small letters and digits, as random text does and names seldom do.</summary>
    public static bool Looks(string text) =>
        text.Length >= 20 && !text.Any(char.IsWhiteSpace) && text.Any(char.IsUpper) && text.Any(char.IsLower) && text.Any(char.IsDigit);

    /// <summary>An alphabet: a row of characters, most of which follow each other.</summary>
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
