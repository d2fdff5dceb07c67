using System.Text.RegularExpressions;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>The shape of one vendor's secrets.</summary>
/// <param name="Mark">The text that all of these secrets contain.</param>
/// <param name="Offset">The number of characters before the mark; 0 for a prefix.</param>
/// <param name="Shape">The pattern of the whole secret.</param>
/// <param name="Description">The description for messages.</param>
/// <param name="IsIntact">Verifies the vendor's checksum at the end; <see langword="null"/> if the vendor publishes none.</param>
internal sealed record TokenShape(string Mark, int Offset, Regex Shape, string Description, Func<string, bool>? IsIntact)
{
    /// <summary>The minimum number of different characters. A text with fewer is a mask.</summary>
    private const int FewestCharacters = 5;

    public static TokenShape Of(string prefix, string body, string description, Func<string, bool>? isIntact = null) =>
        new(prefix, 0, Compile(Regex.Escape(prefix) + body), Described(description), isIntact);

    public static TokenShape WithMark(string before, int offset, string mark, string after, string description) =>
        new(mark, offset, Compile($"{before}{{{offset}}}{Regex.Escape(mark)}{after}"), Described(description), null);

    /// <summary>Returns the length of the secret that begins at a position of a text; 0 if there is none.</summary>
    public int LengthAt(string text, int start)
    {
        var hasMark = start + Offset < text.Length && string.CompareOrdinal(text, start + Offset, Mark, 0, Mark.Length) == 0;
        if (!hasMark || Shape.Match(text, start) is not { Success: true } match)
        {
            return 0;
        }

        var body = Offset == 0 ? match.Value.Substring(Mark.Length) : match.Value;
        return body.Distinct().Count() >= FewestCharacters && IsIntact?.Invoke(body) != false ? match.Length : 0;
    }

    private static Regex Compile(string pattern) => new($@"\G{pattern}(?![A-Za-z0-9])", RegexOptions.CultureInvariant);

    private static string Described(string description) => $"{description}, judging by its format";
}
