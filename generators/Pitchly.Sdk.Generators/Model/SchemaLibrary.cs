using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>The schemas that are visible to one schema: itself, and those that it refers to, directly or through others.</summary>
/// <param name="Document">The schema itself.</param>
/// <param name="Others">The other visible schemas.</param>
/// <param name="Suggestions">Suggestions for its references to schemas that do not exist.</param>
internal sealed record SchemaLibrary(
    SchemaDocument Document, EquatableArray<SchemaDocument> Others, EquatableArray<ReferenceSuggestion> Suggestions)
{
    /// <summary>Selects the documents that are visible to one document.</summary>
    public static SchemaLibrary For(SchemaDocument document, IReadOnlyCollection<SchemaDocument> all)
    {
        var candidates =
            all.OrderBy(candidate => !candidate.IsReference).ThenBy(candidate => candidate.Path, StringComparer.Ordinal).ToList();
        var paths = new HashSet<string> { document.Path };
        var others = new List<SchemaDocument>();
        var open = new Queue<SchemaDocument>([document]);
        while (open.Count > 0)
        {
            foreach (var reference in open.Dequeue().References)
            {
                if (candidates.FirstOrDefault(candidate => candidate.IsKnownAs(reference)) is { } other && paths.Add(other.Path))
                {
                    others.Add(other);
                    open.Enqueue(other);
                }
            }
        }

        var suggestions = document.References
            .Where(reference => !candidates.Any(candidate => candidate.IsKnownAs(reference)))
            .Select(reference => ReferenceSuggestion.For(reference, document, candidates))
            .Where(suggestion => suggestion.Instead.Count > 0);
        return new SchemaLibrary(
            document, others.OrderBy(other => other.Path, StringComparer.Ordinal).ToEquatableArray(), suggestions.ToEquatableArray());
    }

    private readonly LibraryIndex _index = new();

    public IEnumerable<SchemaDocument> All => [Document, .. Others];

    public SchemaDocument? Schema(string pathOrId) => _index.Schema(this, pathOrId);

    public (SchemaDocument Document, TypeDeclaration Declaration)? Find(ReferenceSyntax reference) =>
        Schema(reference.Schema) is { } document && _index.Type(document, reference.Type) is { } declaration
            ? (document, declaration)
            : null;
}
