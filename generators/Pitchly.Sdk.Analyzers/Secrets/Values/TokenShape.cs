using System.Text.RegularExpressions;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>The shape of one vendor's secrets.</summary>
/// <param name="Mark">A text that all of them have.</param>
/// <param name="Offset">How many characters stand before the mark; 0 for a prefix.</param>
/// <param name="Shape">All of it.</param>
/// <param name="Description">What it is, for messages.</param>
/// <param name="IsIntact">Whether the checksum holds that the vendor puts at the end; nothing, if none is published.</param>
internal sealed record TokenShape(string Mark, int Offset, Regex Shape, string Description, Func<string, bool>? IsIntact)
{
    /// <summary>Fewer different characters are a mask.</summary>
    private const int FewestCharacters = 5;

    public static TokenShape Of(string prefix, string body, string description, Func<string, bool>? isIntact = null) =>
        new(prefix, 0, Compile(Regex.Escape(prefix) + body), Described(description), isIntact);

    public static TokenShape WithMark(string before, int offset, string mark, string after, string description) =>
        new(mark, offset, Compile($"{before}{{{offset}}}{Regex.Escape(mark)}{after}"), Described(description), null);

    /// <summary>How long the secret is that begins at a position of a text; 0 if none does.</summary>
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

    private static string Described(string description) => $"{description}, by its shape";
}
