using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// Prepares a document of another format for C#: chooses names, and loosens types that could not be distinguished or created, with a
/// warning at their location. As a result, binding reports no errors.
/// </summary>
internal static class TranslatedSchema
{
    public static ReadSchema Prepare(ReadSchema read)
    {
        if (!read.Document.IsTranslated || !read.Document.IsReadable)
        {
            return read;
        }

        var diagnostics = new DiagnosticBag(read.Document.Path, read.Document.PartPaths);
        var document = new TranslatedNames(diagnostics).Choose(read.Document);
        document = TranslatedAliases.Loosen(document, diagnostics);
        document = TranslatedCycles.Loosen(document, diagnostics);
        document = TranslatedUnions.Loosen(document, diagnostics);
        return new ReadSchema(document, read.Diagnostics.Concat(diagnostics.ToEquatableArray()).ToEquatableArray());
    }
}
