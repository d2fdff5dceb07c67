using System.Runtime.CompilerServices;

namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>
/// Searches text for words of ASCII letters, given in lower case, in any case. The search runs before all other checks, so it must be
/// cheap.
/// </summary>
internal sealed class AnyCase(params string[] words)
{
    /// <summary>The bit that distinguishes a lower-case ASCII letter from its upper case.</summary>
    private const int LowerCase = 0x20;

    /// <summary>One bit for each first letter of a word. The shift uses only the low five bits, which upper and lower case share.</summary>
    private readonly uint _firsts = words.Aggregate(0u, (firsts, word) => firsts | (1u << word[0]));

    /// <summary>Determines whether the text contains one of the words.</summary>
    [MethodImpl(Hot.Path)]
    public bool IsIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if ((_firsts >> text[at] & 1) != 0 && IsAt(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAt(string text, int at)
    {
        foreach (var word in words)
        {
            if (text.Length - at >= word.Length && IsSame(text, at, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(string text, int at, string word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if ((text[at + index] | LowerCase) != word[index])
            {
                return false;
            }
        }

        return true;
    }
}
