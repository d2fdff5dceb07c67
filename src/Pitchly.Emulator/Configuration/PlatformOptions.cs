namespace Pitchly.Emulator;

/// <summary>The content of the platform: its organizations with their people and databases, and the Apps.</summary>
public sealed class PlatformOptions
{
    /// <summary>Gets or sets the URL of the JSON Schema, for editors.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    /// <summary>
    /// Gets or sets the organizations. At least one is required. The first person of the first organization is signed in.
    /// </summary>
    public IReadOnlyList<OrganizationOptions> Organizations { get; set; } = [];

    /// <summary>Gets or sets the Apps. If there are none, one with all permissions is created.</summary>
    public IReadOnlyList<AppOptions> Apps { get; set; } = [];

    /// <summary>Gets the JSON Schema of the configuration file.</summary>
    public static string JsonSchema
    {
        get
        {
            using var stream = typeof(PlatformOptions).Assembly.GetManifestResourceStream("emulator-schema-1.0.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads a configuration file. Its JSON Schema is <c>emulator-schema-1.0.json</c> in the package.</summary>
    /// <param name="path">The path of the file. Paths in the file are relative to its folder.</param>
    /// <exception cref="EmulatorException">The file can't be read or is not valid. The message gives the JSON pointer of each
    /// problem.</exception>
    public static PlatformOptions Load(string path) => Configuration.ConfigurationFile.Load(path);
}
