using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Determines whether a value of a type can contain a secret, directly or through the types that it refers to.</summary>
internal sealed class SecretSearch(SchemaLibrary library)
{
    private HashSet<TypeDeclaration>? _carriers;

    public bool Finds(TypeSyntax type) => Parts(type).Any(part => part switch
    {
        ScalarSyntax scalar => scalar.Kind == ScalarKind.Secret,
        ReferenceSyntax reference => library.Find(reference) is var (_, declaration) && Carriers.Contains(declaration),
        _ => false,
    });

    /// <summary>Gets the types that contain secrets, found by following references backward from the types that declare a secret.</summary>
    private HashSet<TypeDeclaration> Carriers
    {
        get
        {
            if (_carriers is not null)
            {
                return _carriers;
            }

            var users = new Dictionary<TypeDeclaration, List<TypeDeclaration>>(ReferenceComparer<TypeDeclaration>.Instance);
            var open = new Queue<TypeDeclaration>();
            foreach (var declaration in library.All.SelectMany(document => document.Types))
            {
                foreach (var part in Parts(declaration.Type))
                {
                    if (part is ScalarSyntax { Kind: ScalarKind.Secret })
                    {
                        open.Enqueue(declaration);
                    }
                    else if (part is ReferenceSyntax reference && library.Find(reference) is var (_, used))
                    {
                        UsersOf(used).Add(declaration);
                    }
                }
            }

            _carriers = new HashSet<TypeDeclaration>(ReferenceComparer<TypeDeclaration>.Instance);
            while (open.Count > 0)
            {
                var carrier = open.Dequeue();
                if (_carriers.Add(carrier))
                {
                    UsersOf(carrier).ForEach(open.Enqueue);
                }
            }

            return _carriers;

            List<TypeDeclaration> UsersOf(TypeDeclaration declaration)
            {
                if (!users.TryGetValue(declaration, out var list))
                {
                    users.Add(declaration, list = []);
                }

                return list;
            }
        }
    }

    /// <summary>Returns the component types of a type, down to scalars and references.</summary>
    private static IEnumerable<TypeSyntax> Parts(TypeSyntax type) => type switch
    {
        ListSyntax list => Parts(list.Item),
        MapSyntax map => Parts(map.Value),
        ObjectSyntax obj => obj.Properties.SelectMany(property => Parts(property.Type)),
        UnionSyntax union => union.Cases.SelectMany(Parts),
        _ => [type],
    };
}
