using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>Maps the C# that the Razor compiler generates back to the page or component, where users look for findings.</summary>
internal sealed class RazorSource(ImmutableArray<AdditionalText> files)
{
    /// <summary>
    /// Determines whether the Razor compiler generated a tree. It names its output <c>Page_razor.g.cs</c> and <c>Page_cshtml.g.cs</c>.
    /// </summary>
    public static bool IsRazor(SyntaxTree tree) =>
        tree.FilePath.EndsWith("_razor.g.cs", StringComparison.OrdinalIgnoreCase)
            || tree.FilePath.EndsWith("_cshtml.g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Determines whether a file is the source of a page or component.</summary>
    public static bool IsPage(string path) => path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the path of the page that a tree was generated from; otherwise, <see langword="null"/>.</summary>
    public static string? PathOf(SyntaxTree tree) => !IsRazor(tree) ? null : tree.GetRoot().GetFirstToken().LeadingTrivia
        .Select(trivia => (trivia.GetStructure() as PragmaChecksumDirectiveTriviaSyntax)?.File.ValueText)
        .FirstOrDefault(path => path is not null);

    /// <summary>Finds the location of code in the page: by its line mapping or, for markup, which has no mapping, by its text.</summary>
    /// <returns>The location, and the page's text if the location is in the page rather than in the C#.</returns>
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

    /// <summary>
    /// Determines whether an earlier <c>#pragma warning disable</c> in the page applies at a position. The compiler itself handles those in
    /// C#.
    /// </summary>
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
