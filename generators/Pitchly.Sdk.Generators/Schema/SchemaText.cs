using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>A schema file as the build hands it over.</summary>
/// <param name="Path">The file's path, as diagnostics print it.</param>
/// <param name="Text">The whole text.</param>
/// <param name="IsReference">Its types are compiled elsewhere (a package's schema): read, but not emitted.</param>
internal sealed record SchemaText(string Path, string Text, bool IsReference)
{
    public const string FileSuffix = ".pitchly.json";

    private const string ReferenceMetadata = "build_metadata.AdditionalFiles.PitchlySchemaReference";

    public static bool IsSchema(AdditionalText file) =>
        file.Path.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase);

    public static SchemaText From(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        new(
            file.Path,
            file.GetText(cancellationToken)?.ToString() ?? "",
            options.GetOptions(file).TryGetValue(ReferenceMetadata, out var value)
                && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
}
