using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Suggestions for a reference to a schema that does not exist.</summary>
/// <param name="Schema">The path or id in the reference.</param>
/// <param name="Instead">The paths or ids to use instead.</param>
internal sealed record ReferenceSuggestion(string Schema, EquatableArray<string> Instead)
{
    public static ReferenceSuggestion For(string schema, SchemaDocument document, IEnumerable<SchemaDocument> all)
    {
        var instead = SchemaReference.IsId(schema)
            ? all.Select(candidate => candidate.Id?.Text)
            : all.Where(candidate => IsAlike(schema, candidate)).Select(candidate => NameFor(candidate, document));
        return new ReferenceSuggestion(
            schema, instead.OfType<string>().Distinct().OrderBy(text => text, StringComparer.Ordinal).ToEquatableArray());
    }

    private static bool IsAlike(string path, SchemaDocument candidate) =>
        string.Equals(SchemaPath.FileName(path), candidate.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns the path or id of a schema. A schema of a package or another project is identified by its id, since its path is not the same
    /// on every machine.
    /// </summary>
    private static string? NameFor(SchemaDocument candidate, SchemaDocument document) => candidate switch
    {
        { Id.Text: var id } when candidate.IsReference => id,
        _ => SchemaPath.Relative(document.Path, candidate.Path),
    };
}
