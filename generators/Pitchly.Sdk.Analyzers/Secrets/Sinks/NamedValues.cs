using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds names and their values in markup and scripts: as attributes, as elements one after the other, as arguments.</summary>
internal static class NamedValues
{
    private const string Quote = "[\"'`]";

    private const string Key = Quote + "(?<key>[^\"'`<>]{1,80})" + Quote;

    private const string Value = Quote + "(?<value>[^\"'`<>]+)" + Quote;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Regex[] Forms =
    [
        Form($@"\b(?:name|key|id)\s*=\s*{Key}[^<>]*?\b(?:value|content)\s*=\s*{Value}"),
        Form($@"\bvalue\s*=\s*{Value}[^<>]*?\b(?:name|key|id)\s*=\s*{Key}"),
        Form($@"\b(?:name|key)\s*=\s*{Key}[^<>]*>\s*(?:<value>\s*)?(?<value>[^<>]+?)\s*</"),
        Form(@"<key>(?<key>[^<>]{1,80})</key>\s*<string>(?<value>[^<>]+)</string>"),
        Form($@"\(\s*{Key}\s*,\s*{Value}\s*\)"),
        Form($@"\b(?<key>[A-Za-z_]\w{{2,80}})\s*(?:\|\||\?\?)\s*{Value}"),
        Form($@"\b(?<key>[A-Za-z_]\w{{2,80}})\s*[=:]\s*atob\(\s*{Value}"),
    ];

    public static IEnumerable<(string Key, string Value, TextSpan At)> In(string text)
    {
        foreach (var form in Forms)
        {
            for (var match = First(form, text); match is { Success: true }; match = Next(match))
            {
                var value = match.Groups["value"];
                yield return (match.Groups["key"].Value, value.Value, new TextSpan(value.Index, value.Length));
            }
        }
    }

    private static Regex Form(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);

    /// <summary>A file that is made to keep a pattern busy is no page; what was found till then is told.</summary>
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
