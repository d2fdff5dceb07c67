using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>Looks through a file of any text: scripts, pages, XML and its resources.</summary>
internal sealed class TextFileCheck(SecretOptions options, FileReporter reporter, bool isScript)
{
    private static readonly Regex Encoded = new("[A-Za-z0-9+/]{60,}={0,2}", RegexOptions.CultureInvariant);

    private readonly TextSinks _texts = new(new SecretNames(options), options);

    public void Check(string text)
    {
        for (var shape = SecretShape.Find(text, out var start); shape != ShapeKind.None; shape = SecretShape.Find(text, start + 1,
            out start))
        {
            var span = new TextSpan(start, SecretShape.LengthAt(text, start));
            if (!options.IsSafe(text.Substring(span.Start, span.Length)))
            {
                reporter.Shape(span, shape);
            }
        }

        for (var known = KnownToken.Find(text); known.Length > 0; known = KnownToken.Find(text, known.Start + known.Length))
        {
            reporter.Secret(new TextSpan(known.Start, known.Length), known.Description, isToken: false);
        }

        foreach (var (start, length, key, isToken) in _texts.Find(text))
        {
            if (!isScript || text[start - 1] is '"' or '\'' or '`' or '>' || IsInQuery(text, start))
            {
                reporter.Secret(new TextSpan(start, length), $"the value of '{key}'", isToken);
            }
        }

        CheckNamedValues(text);
        CheckEncoded(text);
    }

    /// <summary>In a script, what no quotes surround is an expression, unless it stands in a query string.</summary>
    private static bool IsInQuery(string text, int start)
    {
        var at = start - 2;
        while (at >= 0 && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'))
        {
            at--;
        }

        return at >= 0 && text[at] is '?' or '&';
    }

    private void CheckNamedValues(string text)
    {
        foreach (var (start, length, key, isToken) in _texts.FindNamed(text))
        {
            reporter.Secret(new TextSpan(start, length), $"the entry '{key}'", isToken);
        }
    }

    /// <summary>Base64 that a script decodes, with the shape of a secret within.</summary>
    private void CheckEncoded(string text)
    {
        foreach (Match match in Encoded.Matches(text))
        {
            if (TextCheck.ShapeOf(match.Value, out _) is not ShapeKind.None and var shape && !options.IsSafe(match.Value))
            {
                reporter.Shape(new TextSpan(match.Index, match.Length), shape);
            }
        }
    }
}
