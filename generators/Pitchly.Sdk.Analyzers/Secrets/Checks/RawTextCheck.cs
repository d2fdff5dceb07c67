using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Reports;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Checks;

/// <summary>
/// Checks the text that no operation covers: comments for unmistakable shapes, and generated files for those shapes and for clearly random
/// values with the name of a secret, because a build step may have written them.
/// </summary>
internal static class RawTextCheck
{
    public static void Check(SyntaxTreeAnalysisContext context, SecretOptions options, TextSinks texts, SecretReporter reporter,
        AllFindings findings)
    {
        if (RazorSource.IsRazor(context.Tree) || options.Excludes(context.Tree.FilePath))
        {
            return;
        }

        var text = context.Tree.GetText(context.CancellationToken).ToString();
        for (var shape = SecretShape.Find(text, out var start); shape != ShapeKind.None; shape = SecretShape.Find(text, start + 1,
            out start))
        {
            var span = new TextSpan(start, SecretShape.LengthAt(text, start));
            if (IsChecked(context, start) && !options.IsSafe(text.Substring(span.Start, span.Length)))
            {
                findings.Take(reporter.ShapeAt(Location.Create(context.Tree, span), shape), context.ReportDiagnostic);
            }
        }

        if (!context.IsGeneratedCode)
        {
            return;
        }

        for (var at = 0; KnownToken.Find(text, at) is { Length: > 0 } known; at = known.Start + known.Length)
        {
            findings.Take(reporter.TokenAt(Location.Create(context.Tree, new TextSpan(known.Start, known.Length)), known.Description),
                context.ReportDiagnostic);
        }

        foreach (var (start, length, key, isToken) in TextSinks.HasSecretWord(text) ? texts.Find(text) : [])
        {
            var value = text.Substring(start, length);
            if (text[start - 1] == '"' && Randomness.IsClearlyRandom(value) && KnownToken.Find(value).Length == 0)
            {
                var place = Location.Create(context.Tree, new TextSpan(start, length));
                findings.Take(reporter.SecretAt(place, $"the value of '{key}'", isToken), context.ReportDiagnostic);
            }
        }
    }

    private static bool IsChecked(SyntaxTreeAnalysisContext context, int position)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        var isComment = root.FindTrivia(position) is var trivia
            && trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
        return isComment || context.IsGeneratedCode;
    }
}
