using Microsoft.CodeAnalysis;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Diagnostics;

/// <summary>Collects what is wrong with one schema file.</summary>
internal sealed class DiagnosticBag(string path)
{
    private readonly List<SchemaDiagnostic> _found = [];

    public void Add(DiagnosticDescriptor descriptor, SourceRange at, params string[] arguments) =>
        _found.Add(new SchemaDiagnostic(descriptor, path, at, arguments.ToEquatableArray()));

    public EquatableArray<SchemaDiagnostic> ToEquatableArray() => _found.Distinct().ToEquatableArray();
}
