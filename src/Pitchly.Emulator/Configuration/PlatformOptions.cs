namespace Pitchly.Emulator;

/// <summary>What stands on the platform: its organizations with their people and databases, and the Apps.</summary>
public sealed class PlatformOptions
{
    /// <summary>Gets or sets the address of the JSON Schema, for editors.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    /// <summary>Gets or sets the organizations, at least one. The first person of the first is signed in.</summary>
    public IReadOnlyList<OrganizationOptions> Organizations { get; set; } = [];

    /// <summary>Gets or sets the Apps. One that may do everything is made if there is none.</summary>
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
    /// <param name="path">The file. Names of other files in it are relative to its folder.</param>
    /// <exception cref="EmulatorException">The file can't be read, or something in it is wrong; the message names each place by its JSON
    /// pointer.</exception>
    public static PlatformOptions Load(string path) => Configuration.ConfigurationFile.Load(path);
}
