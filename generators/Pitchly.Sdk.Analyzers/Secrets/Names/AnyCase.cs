using System.Runtime.CompilerServices;

namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>
/// Words of ASCII letters, in lower case, that are looked for in whatever case. It comes before all else, and so it has to be cheap.
/// </summary>
internal sealed class AnyCase(params string[] words)
{
    /// <summary>The bit by which the lower case of an ASCII letter differs.</summary>
    private const int LowerCase = 0x20;

    /// <summary>One bit for each letter that a word begins with; a shift looks at the five bits that upper and lower case share.</summary>
    private readonly uint _firsts = words.Aggregate(0u, (firsts, word) => firsts | (1u << word[0]));

    /// <summary>Whether one of the words stands in the text.</summary>
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
