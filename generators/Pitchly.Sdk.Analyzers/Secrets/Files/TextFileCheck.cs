using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>Looks through a file of any text: scripts, pages, XML and its resources.</summary>
internal sealed class TextFileCheck(SecretOptions options, FileReporter reporter, bool isScript)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A name and its value as attributes or, in resources, as an element within.</summary>
    private static readonly Regex NamedValue = new(
        "\\b(?:name|key|id)\\s*=\\s*\"(?<key>[^\"<>]{1,80})\"[^<>]*?"
        + "(?:\\b(?:value|content)\\s*=\\s*\"(?<value>[^\"<>]+)\"|>\\s*<value>(?<value>[^<>]+)</value>)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patience);

    private readonly SecretNames _names = new(options);
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

        foreach (var (start, length, key, isToken) in _texts.Find(text))
        {
            if (!isScript || text[start - 1] is '"' or '\'' or '`' or '>' || IsInQuery(text, start))
            {
                reporter.Secret(new TextSpan(start, length), $"the value of '{key}'", isToken);
            }
        }

        CheckNamedValues(text);
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
        try
        {
            foreach (Match match in NamedValue.Matches(text))
            {
                var (key, value) = (match.Groups["key"].Value, match.Groups["value"]);
                var judged = _names.OfKey(key);
                if (judged is SecretName.Secret or SecretName.Token && SecretValue.IsSecret(value.Value, SinkStrength.Label, options))
                {
                    reporter.Secret(new TextSpan(value.Index, value.Length), $"the entry '{key}'", judged == SecretName.Token);
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A file that is made to keep the pattern busy is no page; what was found till then is told.
        }
    }
}
