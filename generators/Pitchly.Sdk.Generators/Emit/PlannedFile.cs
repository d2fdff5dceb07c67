using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>A file that is to be emitted.</summary>
/// <param name="TypeName">The type that it holds.</param>
/// <param name="Docs">What the type is.</param>
/// <param name="Write">Writes the type, its documentation and common attributes left out.</param>
internal sealed record PlannedFile(string TypeName, Docs Docs, Action<CodeWriter, TypeText> Write)
{
    /// <summary>The type's namespace; <see langword="null"/> for the schema's own.</summary>
    public string? Namespace { get; init; }
}
