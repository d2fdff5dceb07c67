using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Docs.Tests;

/// <summary>
/// Tests that no two classes of a project call each other's methods or constructors. Reading a property of a record or of options is not a
/// call.
/// </summary>
public sealed class CircleTests
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Pitchly.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Gets the folders of the projects that are packed.</summary>
    public static TheoryData<string> Projects =>
    [
        .. Repository.Files("*.csproj")
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("generators/", StringComparison.Ordinal))
            .Where(path => !path.Contains("/content/", StringComparison.Ordinal))
            .Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/') + "/"),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Classes_do_not_call_each_other(string project)
    {
        var files = Repository.Files("*.cs").Where(path => path.StartsWith(project, StringComparison.Ordinal)).ToList();

        Assert.Empty(Circles(files.Select(path => File.ReadAllText(Path.Combine(Repository.Root, path)))));
    }

    [Theory]
    [InlineData("class A { void M() => new B(); } class B { void M() => new A(); }", "A and B")]
    [InlineData("class A { void M(B b) => b.N(); } class B { public void N() => Inner.O(); class Inner { static void O() => new A(); } }",
        "A and B")]
    [InlineData("class A { void M(B b) => b.N(); } class B { public void N() { } }", null)]
    [InlineData("class A { public int P => 1; void M(B b) => b.N(); } class B { public int N() => new A().P; }", "A and B")]
    [InlineData("class A { public int P => 1; void M(B b) => b.N(this); } class B { public int N(A a) => a.P; }", null)]
    public void Circle_is_found(string source, string? circle) =>
        Assert.Equal(circle is null ? [] : [circle], Circles([source]));

    private static IEnumerable<string> Circles(IEnumerable<string> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Append(Usings).Select(source => CSharpSyntaxTree.ParseText(source, options)).ToList();
        var compilation = CSharpCompilation.Create("Project", trees, References);
        var calls = trees.SelectMany(tree => Calls(compilation.GetSemanticModel(tree))).ToHashSet();
        return calls
            .Where(call => string.CompareOrdinal(call.Caller, call.Called) < 0 && calls.Contains((call.Called, call.Caller)))
            .Select(call => $"{call.Caller} and {call.Called}")
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Caller, string Called)> Calls(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node is not (IdentifierNameSyntax or GenericNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                continue;
            }

            var found = model.GetSymbolInfo(node);
            var method = (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
            var (caller, called) = (Outermost(model.GetEnclosingSymbol(node.SpanStart)), Outermost(method?.ContainingType));
            if (caller is not null && IsOwnClass(called) && !SymbolEqualityComparer.Default.Equals(caller, called))
            {
                yield return (caller.Name, called!.Name);
            }
        }
    }

    private static bool IsOwnClass(INamedTypeSymbol? type) =>
        type is { DeclaringSyntaxReferences.IsEmpty: false, TypeKind: not TypeKind.Interface };

    /// <summary>Returns the type that contains a symbol and is not nested in another type.</summary>
    private static INamedTypeSymbol? Outermost(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } around)
        {
            type = around;
        }

        return type?.OriginalDefinition;
    }
}
