using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>A schema file as the build provides it.</summary>
/// <param name="Path">The file's path, as diagnostics show it.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Role">The project that compiles the file's types.</param>
internal sealed record SchemaText(string Path, string Text, SchemaRole Role)
{
    public const string FileSuffix = ".pitchly.json";

    private const string ReferenceMetadata = "build_metadata.AdditionalFiles.PitchlySchemaReference";

    /// <summary>Gets the options for a document of another format; <see langword="null"/> for a schema of the dialect.</summary>
    public OpenApiOptions? OpenApi { get; init; }

    /// <summary>Gets the other files of an OpenAPI document, in the order of their paths.</summary>
    public EquatableArray<SchemaPart> Parts { get; init; } = EquatableArray<SchemaPart>.Empty;

    /// <summary>Gets the file's name without the suffix of its format.</summary>
    public string Stem => OpenApi is null
        ? SchemaPath.FileName(Path).Substring(0, SchemaPath.FileName(Path).Length - FileSuffix.Length)
        : OpenApiOptions.StemOf(SchemaPath.FileName(Path));

    public static bool IsSchema(AdditionalText file) =>
        file.Path.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase);

    public static SchemaText? From(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var metadata = options.GetOptions(file);
        var openApi = IsSchema(file) ? null : OpenApiOptions.Of(file.Path, metadata, options.GlobalOptions);
        return openApi is null && !IsSchema(file)
            ? null
            : new SchemaText(
                file.Path,
                file.GetText(cancellationToken)?.ToString() ?? "",
                openApi is { IsPart: true } ? SchemaRole.Part
                    : metadata.TryGetValue(ReferenceMetadata, out var value) ? RoleOf(value) : SchemaRole.Own)
            {
                OpenApi = openApi,
            };
    }

    private static SchemaRole RoleOf(string metadata) => metadata.ToLowerInvariant() switch
    {
        "true" => SchemaRole.Reference,
        "shared" => SchemaRole.Shared,
        _ => SchemaRole.Own,
    };
}

/// <summary>A file that a document refers to.</summary>
internal sealed record SchemaPart(string Path, string Text);

internal enum SchemaRole
{
    /// <summary>This project compiles the types.</summary>
    Own,

    /// <summary>Another project or a package compiles the types. The file is read, but no code is emitted for it.</summary>
    Reference,

    /// <summary>No project compiles the file on its own. OpenAPI documents refer to it.</summary>
    Part,

    /// <summary>
    /// Both this project and a project that it references contain the file. The referenced project compiles the types, unless they are
    /// internal there.
    /// </summary>
    Shared,
}
