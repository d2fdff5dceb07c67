using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.References;

/// <summary>The public types of a referenced assembly that uses the SDK, and so may have compiled a schema.</summary>
internal sealed record ReferencedTypes(string Assembly, EquatableArray<string> Names)
{
    private const string Sdk = "Pitchly.Sdk";

    /// <summary>Returns the types, or <see langword="null"/> for an assembly that does not reference the SDK.</summary>
    public static ReferencedTypes? Of(MetadataReference reference, CancellationToken cancellationToken) => reference switch
    {
        PortableExecutableReference file => Of(file),
        CompilationReference project => Of(project.Compilation, cancellationToken),
        _ => null,
    };

    /// <summary>Returns an error for the first type of a schema that a referenced assembly also contains.</summary>
    public static SchemaDiagnostic? Check(BoundSchema schema, IEnumerable<ReferencedTypes> all)
    {
        var document = schema.Document;
        if (document.IsReference || document.IsInternal)
        {
            return null;
        }

        var own = new HashSet<string>(schema.Names.Where(name => name.Namespace == document.Namespace.Text).Select(name => name.FullName));
        return all
            .Select(types => (types.Assembly, Name: types.Names.FirstOrDefault(own.Contains)))
            .Where(found => found.Name is not null)
            .Select(found => new SchemaDiagnostic(
                SchemaDescriptors.CompiledTwice,
                document.Path,
                document.Namespace.At,
                new[] { found.Name, $"the referenced assembly '{found.Assembly}'", document.FileName }.ToEquatableArray()))
            .FirstOrDefault();
    }

    private static ReferencedTypes? Of(PortableExecutableReference file)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly ? Of(assembly.GetModules()[0].GetMetadataReader()) : null;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static ReferencedTypes? Of(MetadataReader metadata)
    {
        var usesSdk =
            metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, Sdk));
        if (!usesSdk || !metadata.IsAssembly)
        {
            return null;
        }

        var names = metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => FullName(metadata.GetString(type.Namespace), metadata.GetString(type.Name)));
        return new ReferencedTypes(metadata.GetString(metadata.GetAssemblyDefinition().Name), names.ToEquatableArray());
    }

    private static ReferencedTypes? Of(Compilation project, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        if (!project.ReferencedAssemblyNames.Any(assembly => assembly.Name == Sdk))
        {
            return null;
        }

        var open = new Stack<INamespaceSymbol>([project.Assembly.GlobalNamespace]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in open.Pop().GetMembers())
            {
                if (member is INamespaceSymbol inner)
                {
                    open.Push(inner);
                }
                else if (member.DeclaredAccessibility == Accessibility.Public)
                {
                    names.Add(FullName(
                        member.ContainingNamespace.IsGlobalNamespace ? "" : member.ContainingNamespace.ToDisplayString(),
                        member.MetadataName));
                }
            }
        }

        return new ReferencedTypes(project.AssemblyName ?? "", names.ToEquatableArray());
    }

    private static string FullName(string ns, string name) => ns.Length == 0 ? name : $"{ns}.{name}";
}
