using Microsoft.CodeAnalysis;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Diagnostics;

/// <summary>A diagnostic as data. It compares by value and holds no reference to a syntax tree.</summary>
internal sealed record SchemaDiagnostic(
    DiagnosticDescriptor Descriptor,
    string Path,
    SourceRange At,
    EquatableArray<string> Arguments)
{
    /// <summary>Gets a value indicating whether this diagnostic prevents code from being generated from the schema.</summary>
    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, At.ToLocation(Path), Arguments.ToArray<object>());
}
