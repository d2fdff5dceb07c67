using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Tells whether a value of a type can hold a secret, itself or by way of whatever the type refers to.</summary>
internal sealed class SecretSearch(SchemaLibrary library)
{
    private readonly HashSet<TypeDeclaration> _seen = new(ByReference<TypeDeclaration>.Instance);

    public bool Finds(TypeSyntax type) => type switch
    {
        ScalarSyntax scalar => scalar.Kind == ScalarKind.Secret,
        ListSyntax list => Finds(list.Item),
        MapSyntax map => Finds(map.Value),
        ObjectSyntax obj => obj.Properties.Any(property => Finds(property.Type)),
        UnionSyntax union => union.Cases.Any(Finds),
        ReferenceSyntax reference => library.Find(reference) is var (_, declaration) && _seen.Add(declaration) && Finds(declaration.Type),
        _ => false,
    };
}
