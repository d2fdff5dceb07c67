using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>Checks a text file of any format: scripts, pages, XML, and XML resources.</summary>
internal sealed class TextFileCheck(SecretOptions options, FileReporter reporter, bool isScript)
{
    private readonly TextSinks _texts = new(new SecretNames(options), options);

    public void Check(string text)
    {
        new KnownShapeSearch(options, reporter).Check(text);
        foreach (var (start, length, key, isToken) in _texts.Find(text))
        {
            if (!isScript || text[start - 1] is '"' or '\'' or '`' or '>' || IsInQuery(text, start))
            {
                reporter.Secret(new TextSpan(start, length), $"the value of '{key}'", isToken);
            }
        }

        foreach (var (start, length, key, isToken) in _texts.FindNamed(text, NamedValues.All))
        {
            reporter.Secret(new TextSpan(start, length), $"the entry '{key}'", isToken);
        }
    }

    /// <summary>Determines whether a value is in a query string. In a script, any other unquoted value is an expression.</summary>
    private static bool IsInQuery(string text, int start)
    {
        var at = start - 2;
        while (at >= 0 && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'))
        {
            at--;
        }

        return at >= 0 && text[at] is '?' or '&';
    }
}
