namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>The span of a value within a string.</summary>
/// <param name="Start">The start of the value.</param>
/// <param name="Length">The length of the value; 0 if there is none.</param>
/// <param name="IsSure">Whether the form leaves no doubt that this is a value.</param>
/// <param name="IsQuoted">Whether the value is in quotation marks, so that it may contain any character.</param>
internal readonly record struct TextValueSpan(int Start, int Length, bool IsSure, bool IsQuoted)
{
    private const string Ends = "&;,\"'\\ \t\r\n}<)]|";

    /// <summary>Returns the value after a separator: <c>=</c>, <c>:</c> or the end of a tag.</summary>
    public static TextValueSpan After(string text, int separator)
    {
        var start = separator + 1;
        if (text[separator] == '>')
        {
            var length = LengthUntil(text, start, "<\r\n");
            var isClosed = start + length < text.Length && text[start + length] == '<';
            return new TextValueSpan(start, isClosed ? length : 0, IsSure: true, IsQuoted: false);
        }

        while (start < text.Length && text[start] is ' ' or '\\')
        {
            start++;
        }

        return start < text.Length && text[start] is '"' or '\'' ? Quoted(text, start) : Bare(text, separator, start);
    }

    public static int LengthUntil(string text, int start, string ends)
    {
        var end = start;
        while (end < text.Length && ends.IndexOf(text[end]) < 0)
        {
            end++;
        }

        return end - start;
    }

    private static TextValueSpan Quoted(string text, int quote) =>
        new(quote + 1, LengthUntil(text, quote + 1, text[quote] + "\\\r\n"), IsSure: true, IsQuoted: true);

    private static TextValueSpan Bare(string text, int separator, int start)
    {
        var end = start + LengthUntil(text, start, Ends);
        var isEnd = end == text.Length || text[end] is '&' or ';' or '"' or '\'' or '\r' or '\n' or '<';
        var isTight = start == separator + 1 && text[separator] == '=' && isEnd;
        var isLast = isEnd || text[end] is '}' or ',';
        return new TextValueSpan(start, isTight || isLast && start > separator + 1 ? end - start : 0, isTight, IsQuoted: false);
    }
}
