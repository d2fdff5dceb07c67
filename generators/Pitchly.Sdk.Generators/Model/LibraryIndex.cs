using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// Finds the schemas and types of a library by their names. The index is derived from the library, so all instances compare equal.
/// </summary>
internal sealed class LibraryIndex : IEquatable<LibraryIndex>
{
    private readonly Dictionary<string, SchemaDocument?> _schemas = [];
    private readonly Dictionary<SchemaDocument, Dictionary<string, TypeDeclaration>> _types =
        new(ReferenceComparer<SchemaDocument>.Instance);

    public SchemaDocument? Schema(SchemaLibrary library, string pathOrId)
    {
        if (!_schemas.TryGetValue(pathOrId, out var schema))
        {
            schema = library.All.FirstOrDefault(document => document.IsKnownAs(pathOrId));
            _schemas.Add(pathOrId, schema);
        }

        return schema;
    }

    public TypeDeclaration? Type(SchemaDocument document, string name)
    {
        if (!_types.TryGetValue(document, out var types))
        {
            types = document.Types.ToDictionary(type => type.Name.Text);
            _types.Add(document, types);
        }

        return types.TryGetValue(name, out var found) ? found : null;
    }

    public bool Equals(LibraryIndex? other) => other is not null;

    public override bool Equals(object? obj) => obj is LibraryIndex;

    public override int GetHashCode() => 0;
}
