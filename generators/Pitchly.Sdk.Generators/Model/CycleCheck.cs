using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Finds types that have no finite value, because each value would contain another value of the same type.</summary>
internal sealed class CycleCheck
{
    private readonly SchemaLibrary _library;
    private readonly HashSet<TypeDeclaration> _possible = new(ReferenceComparer<TypeDeclaration>.Instance);

    private CycleCheck(SchemaLibrary library)
    {
        _library = library;
        var declarations = library.All.SelectMany(document => document.Types).ToList();
        while (declarations.RemoveAll(declaration => IsPossible(declaration.Type) && _possible.Add(declaration)) > 0)
        {
        }
    }

    /// <remarks>A type that is only a reference has a diagnostic of its own if the references form a cycle.</remarks>
    public static void Report(SchemaLibrary library, DiagnosticBag diagnostics)
    {
        var check = new CycleCheck(library);
        foreach (var declaration in library.Document.Types.Where(declaration => declaration.Type is not ReferenceSyntax
            && !check._possible.Contains(declaration)))
        {
            var path = new List<string>();
            if (check.LeadsBack(declaration.Type, declaration, new(ReferenceComparer<TypeDeclaration>.Instance), path))
            {
                path.Insert(0, declaration.Name.Text);
                diagnostics.Add(SchemaDescriptors.ImpossibleCycle, declaration.Name.At, declaration.Name.Text, string.Join(" → ", path));
            }
        }
    }

    /// <summary>
    /// Returns a type that has no finite value, and the first of its required properties that causes this; <see langword="null"/> if there
    /// is no such type.
    /// </summary>
    public static (string Type, string Property)? FirstImpossible(SchemaLibrary library)
    {
        var check = new CycleCheck(library);
        var impossible = library.Document.Types
            .Where(
                type => !check._possible.Contains(type)
                    && check.LeadsBack(type.Type, type, new(ReferenceComparer<TypeDeclaration>.Instance), []))
            .OrderBy(type => type.Name.Text, StringComparer.Ordinal)
            .FirstOrDefault();
        return impossible is null ? null
            : (impossible.Name.Text, (impossible.Type as ObjectSyntax)?.Properties.FirstOrDefault(property => property.Required
                && !check.IsPossible(property.Type))?.Name.Text ?? "");
    }

    private bool IsPossible(TypeSyntax type) => type.Nullable || type switch
    {
        ReferenceSyntax reference => _library.Find(reference) is not var (_, declaration) || _possible.Contains(declaration),
        ObjectSyntax obj => obj.Properties.All(property => !property.Required || IsPossible(property.Type)),
        UnionSyntax union => union.Cases.Any(IsPossible),
        _ => true,
    };

    private bool LeadsBack(TypeSyntax type, TypeDeclaration goal, HashSet<TypeDeclaration> seen, List<string> path)
    {
        foreach (var reference in Needed(type))
        {
            if (_library.Find(reference) is not var (_, declaration) || _possible.Contains(declaration))
            {
                continue;
            }

            path.Add(declaration.Name.Text);
            if (ReferenceEquals(declaration, goal) || (seen.Add(declaration) && LeadsBack(declaration.Type, goal, seen, path)))
            {
                return true;
            }

            path.RemoveAt(path.Count - 1);
        }

        return false;
    }

    private static IEnumerable<ReferenceSyntax> Needed(TypeSyntax type) => type.Nullable
        ? []
        : type switch
        {
            ReferenceSyntax reference => [reference],
            ObjectSyntax obj => obj.Properties.Where(property => property.Required).SelectMany(property => Needed(property.Type)),
            UnionSyntax union => union.Cases.SelectMany(Needed),
            _ => [],
        };
}
