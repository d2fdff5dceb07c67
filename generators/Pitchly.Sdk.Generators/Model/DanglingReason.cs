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
            ? $"the project has no schema with the '$id' '{schema}'"
            : $"the project has no schema file '{schema}'";
        return library.Suggestions.FirstOrDefault(suggestion => suggestion.Schema == schema) is { } suggestion
            ? $"{why}; did you mean {MessageText.OneOf(suggestion.Instead)}?"
            : $"{why}; {HowToAdd(schema)}";
    }

    private static string HowToAdd(string schema) =>
        SchemaReference.IsId(schema) ? "a schema of a package or another project is available if this project references it"
        : schema.EndsWith(SchemaText.FileSuffix, StringComparison.Ordinal)
            ? $"the path is relative to this file's folder and case-sensitive; add a file outside the project's folder as "
                + $"<AdditionalFiles Include=\"…/{SchemaPath.FileName(schema)}\" />"
            : $"the name of a schema file ends in '{SchemaText.FileSuffix}', so rename the file";

    private static IEnumerable<string> Pointers(SchemaDocument document) =>
        document.Types.Select(type => JsonPointer.Escape(type.Name.Text)).OrderBy(text => text, StringComparer.Ordinal);
}
