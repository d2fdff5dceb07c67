using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>
/// Makes a document of another format fit for C#: names are chosen, and what could never be told apart or made is loosened, with a warning
/// at its place. So binding it finds no mistake.
/// </summary>
internal static class TranslatedSchema
{
    public static ReadSchema Settle(ReadSchema read)
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
