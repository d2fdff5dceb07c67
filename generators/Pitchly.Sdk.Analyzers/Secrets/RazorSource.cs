using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets;

/// <summary>Knows the C# that the Razor compiler makes of a page or component.</summary>
internal static class RazorSource
{
    public static bool IsRazor(SyntaxTree tree) => IsRazor(tree.FilePath);

    /// <summary>The compiler names its files <c>Page_razor.g.cs</c> and <c>Page_cshtml.g.cs</c>.</summary>
    private static bool IsRazor(string path) =>
        path.EndsWith("_razor.g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("_cshtml.g.cs", StringComparison.OrdinalIgnoreCase);
}
