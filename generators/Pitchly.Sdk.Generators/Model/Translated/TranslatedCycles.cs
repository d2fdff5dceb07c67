using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Makes a property optional if its type would require a value of itself, since such a type has no finite value.</summary>
internal static class TranslatedCycles
{
    public static SchemaDocument Loosen(SchemaDocument document, DiagnosticBag diagnostics)
    {
        while (CycleCheck.FirstImpossible(SchemaLibrary.For(document, [document])) is var (type, property))
        {
            var at = document.Types.First(declaration => declaration.Name.Text == type).Name.At;
            diagnostics.Add(
                SchemaDescriptors.LeftOut,
                at,
                OpenApiSource.DifferentFromDocument,
                property.Length == 0
                    ? $"'{type}' requires another value of '{type}', so its values are any JSON"
                    : $"'{property}' of '{type}' requires another value of '{type}', so it is treated as optional");
            document = document with
            {
                Types = document.Types
                .Select(declaration => declaration.Name.Text == type ? Relax(declaration, property) : declaration)
                .ToEquatableArray()
            };
        }

        return document;
    }

    private static TypeDeclaration Relax(TypeDeclaration declaration, string property) => declaration.Type is ObjectSyntax obj
        ? declaration with
        {
            Type = obj with
            {
                Properties = obj.Properties
                .Select(item => item.Name.Text == property ? item with { Required = false } : item)
                .ToEquatableArray()
            },
        }
        : declaration with { Type = new AnySyntax(declaration.Type.At, declaration.Type.Notes) };
}
