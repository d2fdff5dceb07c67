using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pitchly.Emulator.Configuration;

/// <summary>Reads <c>emulator.json</c>. Comments and trailing commas are allowed.</summary>
internal static class ConfigurationFile
{
    public static readonly JsonSerializerOptions Serializer = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters =
        {
            new JsonStringEnumConverter<FieldKind>(null, allowIntegerValues: false),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    };

    private static readonly JsonDocumentOptions Document =
        new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static PlatformOptions Load(string path)
    {
        var json = Read(path);
        var problems = ShapeCheck.Problems(json, typeof(PlatformOptions), "").ToList();
        if (problems.Count > 0)
        {
            throw ConfigurationProblems.ToException(path, problems);
        }

        var options = json.Deserialize<PlatformOptions>(Serializer)!;
        ResolveFiles(options, Path.GetDirectoryName(Path.GetFullPath(path))!);
        PlatformBuilder.Build(options, path);
        return options;
    }

    /// <summary>Reads any JSON file of the configuration.</summary>
    /// <exception cref="EmulatorException">The file can't be read or is not valid JSON.</exception>
    public static JsonElement Read(string path)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllBytes(path), Document);
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"{path}({line + 1},{(error.BytePositionInLine ?? 0) + 1})" : path;
            throw new EmulatorException($"{place}: The file is not valid JSON: {error.Message} Correct it at this position.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new EmulatorException($"{path}: The file can't be read: {error.Message} Specify the path of a readable file.", error);
        }
    }

    private static void ResolveFiles(PlatformOptions options, string folder)
    {
        foreach (var database in options.Organizations.SelectMany(organization => organization.Databases))
        {
            database.Csv = database.Csv is { } csv ? Path.Combine(folder, csv) : null;
            database.Json = database.Json is { } json ? Path.Combine(folder, json) : null;
        }
    }
}
