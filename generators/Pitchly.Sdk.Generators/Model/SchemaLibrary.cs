using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>The schemas that one schema can see: itself, and those it refers to by way of any others.</summary>
/// <param name="Document">The schema itself.</param>
/// <param name="Others">The others that it can see.</param>
/// <param name="Suggestions">What its references that lead nowhere may mean.</param>
internal sealed record SchemaLibrary(
    SchemaDocument Document, EquatableArray<SchemaDocument> Others, EquatableArray<ReferenceSuggestion> Suggestions)
{
    /// <summary>Cuts out of all documents those that matter to one.</summary>
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
