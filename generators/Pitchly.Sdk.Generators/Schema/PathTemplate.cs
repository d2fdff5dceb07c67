using System.Text.RegularExpressions;

namespace Pitchly.Generators.Schema;

/// <summary>A path or an address in which <c>{name}</c> stands for a value.</summary>
internal static class PathTemplate
{
    private static readonly Regex Part = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>Returns the names in the order of the template, each once.</summary>
    public static IReadOnlyList<string> NamesIn(string template) =>
        Part.Matches(template).Cast<Match>().Select(match => match.Groups[1].Value).Distinct().ToList();

    /// <summary>Returns the template with values in place of the names.</summary>
    public static string Fill(string template, Func<string, string> value) => Part.Replace(template, match => value(match.Groups[1].Value));

    /// <summary>Returns true if a brace has no partner; otherwise, false.</summary>
    public static bool HasStrayBrace(string template) => Fill(template, _ => "").IndexOfAny(['{', '}']) >= 0;
}
