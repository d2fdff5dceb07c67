using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

internal static class DocsOf
{
    public static Docs Declaration(Notes notes, string fallback) => new(notes.Description ?? fallback, notes.Deprecated);
}
