using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>Finds the comments of a JSON file, which may still contain settings that were commented out.</summary>
internal static class JsonComments
{
    public static IEnumerable<TextSpan> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at = EndOfString(text, at + 1);
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] is '/' or '*')
            {
                var (mark, length) = text[at + 1] == '*' ? ("*/", 2) : ("\n", 0);
                var end = text.IndexOf(mark, at + 2, StringComparison.Ordinal);
                end = end < 0 ? text.Length : end + length;
                yield return TextSpan.FromBounds(at, end);
                at = end - 1;
            }
        }
    }

    private static int EndOfString(string text, int at)
    {
        while (at < text.Length && text[at] is not ('"' or '\n'))
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at;
    }
}
