using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A schema's model with what the rest of the set must know of it.</summary>
internal sealed record BoundSchema(
    SchemaDocument Document,
    SchemaModel Model,
    EquatableArray<DeclaredName> Names,
    EquatableArray<SchemaDiagnostic> Diagnostics);

/// <summary>A C# type that a schema gives rise to, and the place in the schema that does.</summary>
internal sealed record DeclaredName(string Namespace, string Name, string What, string Cure, string Path, SourceRange At)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
