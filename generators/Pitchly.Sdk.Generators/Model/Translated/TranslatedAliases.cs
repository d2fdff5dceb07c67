using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Replaces types that are only lists or maps of themselves with any JSON, since C# cannot express them.</summary>
internal static class TranslatedAliases
{
    public static SchemaDocument Loosen(SchemaDocument document, DiagnosticBag diagnostics)
    {
        var types = document.Types.ToDictionary(type => type.Name.Text);
        var loose = new HashSet<string>();
        foreach (var type in document.Types.OrderBy(type => type.Name.Text, StringComparer.Ordinal))
        {
            if (LeadsBack(type.Type, type.Name.Text, types, loose, []))
            {
                loose.Add(type.Name.Text);
                diagnostics.Add(
                    SchemaDescriptors.LeftOut,
                    type.Name.At,
                    OpenApiSource.DifferentFromDocument,
                    $"'{type.Name.Text}' is defined only by itself, so its values are any JSON");
            }
        }

        return loose.Count == 0 ? document : document with
        {
            Types = document.Types
                .Select(type => loose.Contains(type.Name.Text) ? type with { Type = new AnySyntax(type.Type.At, type.Type.Notes) } : type)
                .ToEquatableArray(),
        };
    }

    private static bool LeadsBack(
        TypeSyntax type, string goal, Dictionary<string, TypeDeclaration> types, HashSet<string> loose, HashSet<string> seen)
    {
        switch (type)
        {
            case ListSyntax list:
                return LeadsBack(list.Item, goal, types, loose, seen);
            case MapSyntax map:
                return LeadsBack(map.Value, goal, types, loose, seen);
            case ReferenceSyntax reference when !loose.Contains(reference.Type):
                return reference.Type == goal

                        || (seen.Add(reference.Type)
                            && types.TryGetValue(reference.Type, out var target)
                            && LeadsBack(target.Type, goal, types, loose, seen));
            default:
                return false;
        }
    }
}
