using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The project's options for an OpenAPI document, from the metadata of its additional file.</summary>
/// <param name="Namespace">The C# namespace of the generated code. The default is the project's namespace and the file's name.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="ClientName">The name of the client. The default is the document's title.</param>
/// <param name="IsByTag">A value indicating whether each tag has its own client.</param>
/// <param name="Include">The tags, paths, and operation ids to include; all if the list is empty.</param>
/// <param name="Exclude">The tags, paths, and operation ids to leave out.</param>
internal sealed record OpenApiOptions(
    string? Namespace, string RootNamespace, string? ClientName, bool IsByTag, EquatableArray<string> Include,
    EquatableArray<string> Exclude)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    private static readonly string[] Suffixes = [".openapi.json", ".openapi.yaml", ".openapi.yml"];

    private static readonly char[] Separators = [';', ','];

    /// <summary>Gets a value indicating whether the file is not a document, but a part that documents refer to.</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// Returns the options of a document; <see langword="null"/> if the file is not an OpenAPI document or a part of one.
    /// </summary>
    public static OpenApiOptions? Of(string path, AnalyzerConfigOptions file, AnalyzerConfigOptions project)
    {
        var isPart = IsMarked("OpenApiPart");
        return isPart || IsMarked("OpenApi") || Suffixes.Any(suffix => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            ? new OpenApiOptions(
                Value("PitchlyNamespace"),
                project.TryGetValue("build_property.RootNamespace", out var root) ? root : "",
                Value("PitchlyClientName"),
                string.Equals(Value("PitchlyClients"), "Tags", StringComparison.OrdinalIgnoreCase),
                List("PitchlyInclude"),
                List("PitchlyExclude"))
            {
                IsPart = isPart,
            }
            : null;

        bool IsMarked(string mark) => string.Equals(Value("PitchlySchema"), mark, StringComparison.OrdinalIgnoreCase);

        string? Value(string name) => file.TryGetValue(Metadata + name, out var value) && value.Length > 0 ? value : null;

        EquatableArray<string> List(string name) => (Value(name) ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(item => item.Trim())
            .ToEquatableArray();
    }

    /// <summary>Returns a document's file name without its suffixes.</summary>
    public static string StemOf(string fileName)
    {
        var suffix = Suffixes.FirstOrDefault(suffix => fileName.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        var end = suffix is not null ? fileName.Length - suffix.Length : fileName.LastIndexOf('.');
        return end > 0 ? fileName.Substring(0, end) : fileName;
    }

    /// <summary>Returns <see langword="true"/> if an operation is included; otherwise, <see langword="false"/>.</summary>
    public bool Takes(string path, string? operationId, IReadOnlyCollection<string> tags)
    {
        var names = tags.Append(path).Append(operationId ?? path).ToList();
        return (Include.Count == 0 || Include.Any(names.Contains)) && !Exclude.Any(names.Contains);
    }
}
