using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>Leads from the C# that the Razor compiler makes back to the page or component, where people will look.</summary>
internal sealed class RazorSource(ImmutableArray<AdditionalText> files)
{
    /// <summary>The compiler names what it makes <c>Page_razor.g.cs</c> and <c>Page_cshtml.g.cs</c>.</summary>
    public static bool IsRazor(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.OrdinalIgnoreCase)
            || tree.FilePath.EndsWith("_cshtml.g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is a page or component, as people write it.</summary>
    public static bool IsPage(string path) => path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page from which a tree was made.</summary>
    public static string? PathOf(SyntaxTree tree) => !IsRazor(tree) ? null : tree.GetRoot().GetFirstToken().LeadingTrivia
        .Select(trivia => (trivia.GetStructure() as PragmaChecksumDirectiveTriviaSyntax)?.File.ValueText)
        .FirstOrDefault(path => path is not null);

    /// <summary>Where the code stands in the page: by its line mapping, or, for markup, which has none, by its text.</summary>
    /// <returns>The place, and the page's text if the place is in it rather than in the C#.</returns>
    public (Location Location, SourceText? Page) Locate(SyntaxNode node, TextSpan? part, string path, CancellationToken cancellationToken)
    {
        if (node.SyntaxTree.GetMappedLineSpan(node.Span, cancellationToken).HasMappedPath)
        {
            return (node.GetLocation(), null);
        }

        var page = files.FirstOrDefault(file => file.Path == path)?.GetText(cancellationToken);
        if (page is null)
        {
            return (node.GetLocation(), null);
        }

        var written = part is { } of ? node.SyntaxTree.GetText(cancellationToken).ToString(of)
            : (node as LiteralExpressionSyntax)?.Token.ValueText ?? node.ToString();
        var at = page.ToString().IndexOf(written.Trim(), StringComparison.Ordinal);
        var span = at < 0 ? new TextSpan(0, 0) : new TextSpan(at, written.Trim().Length);
        return (Location.Create(path, span, page.Lines.GetLinePositionSpan(span)), page);
    }

    /// <summary>Whether a <c>#pragma warning disable</c> before the place holds there; the compiler itself sees to those in C#.</summary>
    public static bool IsSuppressed(SourceText page, int position, string id)
    {
        var isSuppressed = false;
        foreach (var line in page.Lines)
        {
            if (line.Start > position)
            {
                break;
            }

            var words = page.ToString(line.Span).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["#pragma", "warning", _, ..] && (words.Length == 3 || words.Contains(id)))
            {
                isSuppressed = words[2] == "disable";
            }
        }

        return isSuppressed;
    }
}
