using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A schema's model, with the data that the checks across all schemas need.</summary>
internal sealed record BoundSchema(
    SchemaDocument Document,
    SchemaModel Model,
    EquatableArray<DeclaredName> Names,
    EquatableArray<SchemaDiagnostic> Diagnostics);

/// <summary>A C# type that is generated from a schema, with its location in the schema.</summary>
internal sealed record DeclaredName(string Namespace, string Name, string What, string Fix, string Path, SourceRange At)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
