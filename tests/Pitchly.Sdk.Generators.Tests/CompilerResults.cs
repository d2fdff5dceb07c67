using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Generators.Tests;

/// <summary>
/// The errors and warnings of the C# compiler. Many mutated schemas lead to the same code, which is compiled once for the same references
/// and C# version.
/// </summary>
internal static class CompilerResults
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Diagnostic>> Known = new();

    public static IReadOnlyList<Diagnostic> Of(Compilation compilation) =>
        compilation.References.SequenceEqual(Harness.References) ? Known.GetOrAdd(KeyOf(compilation), _ => Compile(compilation))
            : Compile(compilation);

    private static IReadOnlyList<Diagnostic> Compile(Compilation compilation) =>
        [.. compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8019")];

    /// <summary>Returns a hash of everything that the compiler reads, except the references.</summary>
    private static string KeyOf(Compilation compilation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var version = ((CSharpParseOptions)tree.Options).LanguageVersion;
            hash.AppendData(Encoding.UTF8.GetBytes($"{tree.FilePath}\0{version}\0{tree}\0"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
