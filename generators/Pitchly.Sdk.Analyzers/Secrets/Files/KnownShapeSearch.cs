using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>
/// Searches a whole file for secrets with an unmistakable shape, wherever they occur: in comments and names, in base64, or in pieces.
/// </summary>
internal sealed class KnownShapeSearch(SecretOptions options, FileReporter reporter)
{
    /// <summary>The number of characters in the prefix of a secret, without the underscore.</summary>
    private const int PrefixLength = 4;

    private static readonly Regex Encoded = new("[A-Za-z0-9+/_-]{60,}={0,2}", RegexOptions.CultureInvariant);

    /// <summary>The separator between two pieces of a string: their quotation marks, and a plus sign or comma.</summary>
    private static readonly Regex Joint = new("[\"'`]\\s*[+,]\\s*[\"'`]", RegexOptions.CultureInvariant);

    public void Check(string text)
    {
        foreach (var (at, length, shape) in ShapesIn(text))
        {
            Report(new TextSpan(at, length), text.Substring(at, length), shape);
        }

        for (var known = KnownToken.Find(text); known.Length > 0; known = KnownToken.Find(text, known.Start + known.Length))
        {
            var span = new TextSpan(known.Start, known.Length);
            if (!options.IsSafe(text.Substring(span.Start, span.Length)))
            {
                reporter.Secret(span, known.Description, isToken: false);
            }
        }

        foreach (Match match in Encoded.Matches(text))
        {
            if (TextCheck.ShapeOf(match.Value, out _) is not ShapeKind.None and var shape)
            {
                Report(new TextSpan(match.Index, match.Length), match.Value, shape);
            }
        }

        InPieces(text);
    }

    private static IEnumerable<(int At, int Length, ShapeKind Shape)> ShapesIn(string text)
    {
        for (var shape = SecretShape.Find(text, out var start); shape != ShapeKind.None; shape = SecretShape.Find(text, start + 1,
            out start))
        {
            yield return (start, SecretShape.LengthAt(text, start), shape);
        }
    }

    /// <summary>Finds a secret whose pieces are concatenated in a script or follow each other in a list.</summary>
    private void InPieces(string text)
    {
        if (text.IndexOf(SecretShape.AppSecretPrefix.Substring(0, PrefixLength - 1), StringComparison.Ordinal) < 0)
        {
            return;
        }

        var (joined, places) = (new StringBuilder(), new List<int>());
        var from = 0;
        foreach (Match joint in Joint.Matches(text))
        {
            Take(from, joint.Index);
            from = joint.Index + joint.Length;
        }

        Take(from, text.Length);
        foreach (var (at, length, shape) in ShapesIn(joined.ToString()))
        {
            Report(TextSpan.FromBounds(places[at], places[at + length - 1] + 1), joined.ToString(at, length), shape);
        }

        void Take(int start, int end)
        {
            joined.Append(text, start, end - start);
            places.AddRange(Enumerable.Range(start, end - start));
        }
    }

    private void Report(TextSpan span, string secret, ShapeKind shape)
    {
        if (!reporter.HasHandled(span) && !options.IsSafe(secret))
        {
            reporter.Shape(span, shape);
        }
    }
}
