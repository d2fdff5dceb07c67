using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds names and their values in markup and scripts: as attributes, as adjacent elements, or as arguments.</summary>
internal static class NamedValues
{
    private const string Quote = "[\"'`]";

    private const string Key = Quote + "(?<key>[^\"'`<>]{1,80})" + Quote;

    private const string Value = Quote + "(?<value>[^\"'`<>]+)" + Quote;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The patterns for attributes of elements and for adjacent elements.</summary>
    public static readonly IReadOnlyList<Regex> Markup =
    [
        Form($@"\b(?:name|key|id|include)\s*=\s*{Key}[^<>]*?\b(?:value|content)\s*=\s*{Value}"),
        Form($@"\bvalue\s*=\s*{Value}[^<>]*?\b(?:name|key|id)\s*=\s*{Key}"),
        Form($@"\b(?:name|key)\s*=\s*{Key}[^<>]*>\s*(?:<value>\s*)?(?<value>[^<>]+?)\s*</"),
        Form(@"<key>(?<key>[^<>]{1,80})</key>\s*<string>(?<value>[^<>]+)</string>"),
        Form(@"<_Parameter1>(?<key>[^<>]{1,80})</_Parameter1>\s*<_Parameter2>(?<value>[^<>]+)</_Parameter2>"),
    ];

    /// <summary>The patterns for markup, and additional ones for scripts.</summary>
    public static readonly IReadOnlyList<Regex> All =
    [
        .. Markup,
        Form($@"\(\s*{Key}\s*,\s*{Value}\s*\)"),
        Form($@"\b(?<key>[A-Za-z_]\w{{2,80}})\s*(?:\|\||\?\?)\s*{Value}"),
        Form($@"\b(?<key>[A-Za-z_]\w{{2,80}})\s*[=:]\s*atob\(\s*{Value}"),
    ];

    public static IEnumerable<(string Key, string Value, TextSpan At)> In(string text, IReadOnlyList<Regex> forms)
    {
        foreach (var form in forms)
        {
            for (var match = First(form, text); match is { Success: true }; match = Next(match))
            {
                var value = match.Groups["value"];
                yield return (match.Groups["key"].Value, value.Value, new TextSpan(value.Index, value.Length));
            }
        }
    }

    private static Regex Form(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);

    /// <summary>
    /// Returns the first match, or <see langword="null"/> after a timeout. A file that keeps a pattern busy is not a page. The values found
    /// before the timeout are still reported.
    /// </summary>
    private static Match? First(Regex form, string text)
    {
        try
        {
            return form.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Match? Next(Match match)
    {
        try
        {
            return match.NextMatch();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
