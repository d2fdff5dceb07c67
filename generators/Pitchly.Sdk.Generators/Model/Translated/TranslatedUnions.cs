using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Replaces a union with any JSON if its cases cannot be distinguished.</summary>
internal static class TranslatedUnions
{
    /// <summary>
    /// The maximum number of rounds. A replaced union may be a case of another union, but more rounds make no difference.
    /// </summary>
    private const int MaximumRounds = 8;

    public static SchemaDocument Loosen(SchemaDocument document, DiagnosticBag diagnostics)
    {
        for (var round = 0; round < MaximumRounds; round++)
        {
            var library = SchemaLibrary.For(document, [document]);
            var binder = new TypeBinder(library, new DiagnosticBag(document.Path));
            var loose = document.Types
                .Where(type => type.Type is UnionSyntax union && Problem(library, binder, union, NameOf(type)) is not null)
                .ToDictionary(type => type.Name.Text, type => Problem(library, binder, (UnionSyntax)type.Type, NameOf(type))!);
            if (loose.Count == 0)
            {
                break;
            }

            foreach (var type in document.Types.Where(type => loose.ContainsKey(type.Name.Text)))
            {
                var text = loose[type.Name.Text].ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture);
                diagnostics.Add(
                    SchemaDescriptors.LeftOut,
                    type.Type.At,
                    OpenApiSource.DifferentFromDocument,
                    $"'{type.Name.Text}' is any JSON. {text}");
            }

            document = document with
            {
                Types = document.Types
                    .Select(type => loose.ContainsKey(type.Name.Text)
                        ? type with { Type = new AnySyntax(type.Type.At, type.Type.Notes) }
                        : type)
                    .ToEquatableArray(),
            };
        }

        return document;
    }

    private static string NameOf(TypeDeclaration type) => type.Type.Notes.CSharpName?.Text ?? type.Name.Text;

    private static SchemaDiagnostic? Problem(SchemaLibrary library, TypeBinder binder, UnionSyntax union, string name)
    {
        var found = new DiagnosticBag(library.Document.Path);
        new UnionBinder(library, found).Bind(union, name, (type, inlineName) => binder.Bind(type, inlineName, InlineLocation.Case));
        return found.ToEquatableArray().FirstOrDefault(diagnostic => diagnostic.IsError);
    }
}
