using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>The schemas that one schema can see: itself, and those it refers to by way of any others.</summary>
internal sealed record SchemaLibrary(SchemaDocument Document, EquatableArray<SchemaDocument> Others)
{
    /// <summary>Cuts out of all documents those that matter to one.</summary>
    public static SchemaLibrary For(SchemaDocument document, IEnumerable<SchemaDocument> all)
    {
        var byName = all.GroupBy(candidate => candidate.FileName).ToDictionary(group => group.Key, group => group.First());
        var seen = new HashSet<string> { document.FileName };
        var others = new List<SchemaDocument>();
        var open = new Queue<string>(document.References);
        while (open.Count > 0)
        {
            if (seen.Add(open.Peek()) && byName.TryGetValue(open.Peek(), out var other))
            {
                others.Add(other);
                foreach (var next in other.References)
                {
                    open.Enqueue(next);
                }
            }

            open.Dequeue();
        }

        return new SchemaLibrary(document, others.OrderBy(other => other.FileName, StringComparer.Ordinal).ToEquatableArray());
    }

    public IEnumerable<SchemaDocument> All => [Document, .. Others];

    public SchemaDocument? File(string fileName) => All.FirstOrDefault(document => document.FileName == fileName);

    public (SchemaDocument Document, TypeDeclaration Declaration)? Find(ReferenceSyntax reference) =>
        File(reference.File) is { } document && document.Types.FirstOrDefault(type => type.Name.Text == reference.Type) is { } declaration
            ? (document, declaration)
            : null;
}
