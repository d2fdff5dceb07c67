using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Writes the GraphQL selection set that fetches exactly the members of a type.</summary>
internal sealed class SelectionSet(SchemaLibrary library, DiagnosticBag diagnostics)
{
    private static readonly Regex GraphQLName = new("^[_A-Za-z][_0-9A-Za-z]*$", RegexOptions.CultureInvariant);

    private readonly HashSet<TypeDeclaration> _open = new(ReferenceComparer<TypeDeclaration>.Instance);

    /// <summary>Returns a selection set, for example <c>{ _id cols { fieldId value } }</c>; an empty string for a scalar.</summary>
    /// <param name="type">The type to fetch.</param>
    /// <param name="at">The location at which to report a type that cannot be fetched.</param>
    public string Of(TypeSyntax type, SourceRange at) => type switch
    {
        ReferenceSyntax reference => OfReference(reference, at),
        ListSyntax list => Of(list.Item, at),
        ObjectSyntax obj => OfObject(obj, at),
        UnionSyntax => Refuse(at, "A union", "it would require GraphQL fragments; use one object, or mark its type as 'graphqlScalar'"),
        MapSyntax or OpenObjectSyntax or AnySyntax or UnknownSyntax or ScalarSyntax or IdSyntax or EnumSyntax => "",
        _ => Refuse(at, "A constant", "only the server knows the value; use a string"),
    };

    private string OfReference(ReferenceSyntax reference, SourceRange at)
    {
        if (library.Find(reference) is not var (_, declaration) || declaration.IsGraphQLScalar)
        {
            return "";
        }

        if (!_open.Add(declaration))
        {
            return Refuse(
                at,
                $"The recursive type '{declaration.Name.Text}'",
                "its selection set would be infinite; remove the property that closes the cycle");
        }

        var selection = Of(declaration.Type, at);
        _open.Remove(declaration);
        return selection;
    }

    private string OfObject(ObjectSyntax type, SourceRange at)
    {
        if (type.Properties.Count == 0)
        {
            return Refuse(at, "An object with no properties", "a selection set can't be empty; mark its type as 'graphqlScalar'");
        }

        foreach (var property in type.Properties.Where(property => !GraphQLName.IsMatch(property.Name.Text)))
        {
            Refuse(at, $"The property '{property.Name.Text}'", "its name is not a GraphQL name");
        }

        return " { " + string.Join(" ", type.Properties.Select(property => property.Name.Text + Of(property.Type, at))) + " }";
    }

    private string Refuse(SourceRange at, string what, string why)
    {
        diagnostics.Add(SchemaDescriptors.UnsupportedHere, at, what, "fetched by GraphQL", why);
        return "";
    }
}
