using Microsoft.CodeAnalysis;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Diagnostics;

/// <summary>Collects the diagnostics of one schema.</summary>
/// <param name="path">The path of its file.</param>
/// <param name="parts">The paths of the schema's other files.</param>
internal sealed class DiagnosticBag(string path, IReadOnlyList<string>? parts = null)
{
    private readonly List<SchemaDiagnostic> _found = [];

    public void Add(DiagnosticDescriptor descriptor, SourceRange at, params string[] arguments) =>
        _found.Add(new SchemaDiagnostic(descriptor, PathOf(at), at, arguments.ToEquatableArray()));

    private string PathOf(SourceRange at) => at.File > 0 && parts is not null && at.File <= parts.Count ? parts[at.File - 1] : path;

    public EquatableArray<SchemaDiagnostic> ToEquatableArray() => _found.Distinct().ToEquatableArray();
}
