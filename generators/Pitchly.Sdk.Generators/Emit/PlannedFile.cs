using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>A file to emit.</summary>
/// <param name="TypeName">The name of the type in the file.</param>
/// <param name="Docs">The type's documentation.</param>
/// <param name="Write">Writes the type, without its documentation and common attributes.</param>
internal sealed record PlannedFile(string TypeName, Docs Docs, Action<CodeWriter, TypeText> Write)
{
    /// <summary>Gets the type's namespace; <see langword="null"/> for the schema's namespace.</summary>
    public string? Namespace { get; init; }
}
