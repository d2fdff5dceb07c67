using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Explains why a reference does not resolve.</summary>
internal sealed class DanglingReason(SchemaLibrary library)
{
    /// <summary>Returns the reason and a fix.</summary>
    public string Of(ReferenceSyntax reference) => library.Schema(reference.Schema) is not { } document
        ? WhyNoSchema(reference.Schema)
        : document.Types.Count == 0
            ? $"'{document.FileName}' declares no types"
            : $"'{document.FileName}' declares {string.Join(", ", Pointers(document))}";

    private string WhyNoSchema(string schema)
    {
        var why = SchemaReference.IsId(schema)
            ? $"no schema of the project has the '$id' '{schema}'"
            : $"no schema of the project is the file '{schema}'";
        return library.Suggestions.FirstOrDefault(suggestion => suggestion.Schema == schema) is { } suggestion
            ? $"{why}; did you mean {Say.OneOf(suggestion.Instead)}?"
            : $"{why}; {HowToAdd(schema)}";
    }

    private static string HowToAdd(string schema) =>
        SchemaReference.IsId(schema) ? "a schema of a package or another project is available if the project references that"
        : schema.EndsWith(SchemaText.FileSuffix, StringComparison.Ordinal)
            ? $"the path starts at this file's folder, and the case of its letters counts; a file outside the project's folder is added "
                + $"as <AdditionalFiles Include=\"…/{SchemaPath.FileName(schema)}\" />"
            : $"schema files end in '{SchemaText.FileSuffix}', so rename it";

    private static IEnumerable<string> Pointers(SchemaDocument document) =>
        document.Types.Select(type => JsonPointer.Escape(type.Name.Text)).OrderBy(text => text, StringComparer.Ordinal);
}
