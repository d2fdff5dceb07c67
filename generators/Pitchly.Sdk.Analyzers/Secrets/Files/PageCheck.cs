using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>
/// Checks the parts of a Razor page that its generated C# does not contain: comments, and attributes of elements that tag helpers process.
/// </summary>
internal sealed class PageCheck(SecretOptions options, FileReporter reporter)
{
    private readonly TextSinks _texts = new(new SecretNames(options), options);

    public void Check(string text)
    {
        new KnownShapeSearch(options, reporter).Check(text);
        foreach (var (start, length, key, isToken) in _texts.FindNamed(text, NamedValues.Markup))
        {
            if (text[start] != '@')
            {
                reporter.Secret(new TextSpan(start, length), $"the entry '{key}'", isToken);
            }
        }
    }
}
