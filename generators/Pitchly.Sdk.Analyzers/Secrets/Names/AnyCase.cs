namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>Looks for words of ASCII letters, in whatever case. It comes before all else, and so it has to be cheap from the first call on.</summary>
internal static class AnyCase
{
    /// <summary>The bit by which the lower case of an ASCII letter differs.</summary>
    private const int LowerCase = 0x20;

    /// <summary>Whether one of the words, which are in lower case, stands in the text.</summary>
    public static bool HasAny(string text, string[] words)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var first = text[at] | LowerCase;
            foreach (var word in words)
            {
                if (word[0] == first && IsAt(text, at, word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAt(string text, int at, string word)
    {
        if (text.Length - at < word.Length)
        {
            return false;
        }

        for (var index = 1; index < word.Length; index++)
        {
            if ((text[at + index] | LowerCase) != word[index])
            {
                return false;
            }
        }

        return true;
    }
}
