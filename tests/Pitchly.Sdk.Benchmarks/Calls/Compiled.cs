using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>Compiles the output of other generators with optimization, against the assemblies of this process.</summary>
internal static class Compiled
{
    /// <summary>Compiles the code and returns its method <c>Peer.CountAsync</c>.</summary>
    public static Func<HttpClient, Func<Task<int>>> Peer(string name, IEnumerable<string> files, params IEnumerable<Type> uses)
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references =
            trusted.Concat(uses.Select(type => type.Assembly.Location)).Distinct().Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.Create(name, files.Select(file => CSharpSyntaxTree.ParseText(file)), references, options);
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(result.Diagnostics.First(one => one.Severity == DiagnosticSeverity.Error).ToString());
        }

        stream.Position = 0;
        var peer = AssemblyLoadContext.Default.LoadFromStream(stream).GetType("Peer", throwOnError: true)!;
        return http => peer.GetMethod(
            "Of", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Func<HttpClient, Func<Task<int>>>>()(http);
    }
}
