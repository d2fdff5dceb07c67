using System.Text.RegularExpressions;

namespace Pitchly.Generators.Schema;

/// <summary>A path or an address with placeholders, such as <c>{name}</c>.</summary>
internal static class PathTemplate
{
    private static readonly Regex Part = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>Returns the distinct names of the placeholders, in order.</summary>
    public static IReadOnlyList<string> NamesIn(string template) =>
        Part.Matches(template).Cast<Match>().Select(match => match.Groups[1].Value).Distinct().ToList();

    /// <summary>Returns the template with its placeholders replaced by values.</summary>
    public static string Fill(string template, Func<string, string> value) => Part.Replace(template, match => value(match.Groups[1].Value));

    /// <summary>Returns <see langword="true"/> if a brace is unbalanced; otherwise, <see langword="false"/>.</summary>
    public static bool HasStrayBrace(string template) => Fill(template, _ => "").IndexOfAny(['{', '}']) >= 0;
}
