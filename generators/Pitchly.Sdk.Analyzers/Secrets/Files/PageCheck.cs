using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>
/// Looks at what the C# that is made of a Razor page doesn't have: comments, and attributes of elements that tag helpers take apart.
/// </summary>
internal sealed class PageCheck(SecretOptions options, FileReporter reporter)
{
    private readonly TextSinks _texts = new(new SecretNames(options), options);

    public void Check(string text)
    {
        new SureShapes(options, reporter).Check(text);
        foreach (var (start, length, key, isToken) in _texts.FindNamed(text, NamedValues.Markup))
        {
            if (text[start] != '@')
            {
                reporter.Secret(new TextSpan(start, length), $"the entry '{key}'", isToken);
            }
        }
    }
}
