using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>A schema file as the build hands it over.</summary>
/// <param name="Path">The file's path, as diagnostics print it.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Role">Who compiles its types.</param>
internal sealed record SchemaText(string Path, string Text, SchemaRole Role)
{
    public const string FileSuffix = ".pitchly.json";

    private const string ReferenceMetadata = "build_metadata.AdditionalFiles.PitchlySchemaReference";

    public static bool IsSchema(AdditionalText file) =>
        file.Path.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase);

    public static SchemaText From(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        new(
            file.Path,
            file.GetText(cancellationToken)?.ToString() ?? "",
            options.GetOptions(file).TryGetValue(ReferenceMetadata, out var value) ? RoleOf(value) : SchemaRole.Own);

    private static SchemaRole RoleOf(string metadata) => metadata.ToLowerInvariant() switch
    {
        "true" => SchemaRole.Reference,
        "shared" => SchemaRole.Shared,
        _ => SchemaRole.Own,
    };
}

internal enum SchemaRole
{
    /// <summary>This project.</summary>
    Own,

    /// <summary>Another project, or a package: it is read, but not emitted.</summary>
    Reference,

    /// <summary>Both this project and one that it references have the file: that one, unless the types are internal there.</summary>
    Shared,
}
