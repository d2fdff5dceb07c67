using Microsoft.CodeAnalysis;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Diagnostics;

/// <summary>A finding as data: it compares by value and holds on to no syntax tree.</summary>
internal sealed record SchemaDiagnostic(
    DiagnosticDescriptor Descriptor,
    string Path,
    SourceRange At,
    EquatableArray<string> Arguments)
{
    /// <summary>Gets whether no code can be generated from the schema.</summary>
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, At.ToLocation(Path), Arguments.ToArray<object>());
}
