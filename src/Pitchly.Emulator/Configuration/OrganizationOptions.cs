namespace Pitchly.Emulator;

/// <summary>A company that uses Pitchly.</summary>
public sealed class OrganizationOptions
{
    /// <summary>
    /// Gets or sets the organization's id, with or without the prefix <c>org</c> of v2. If not set, a new one is created.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the organization's name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the organization's people. If there are none, one is created.</summary>
    public IReadOnlyList<PersonOptions> People { get; set; } = [];

    /// <summary>Gets or sets the organization's databases. At least one is required.</summary>
    public IReadOnlyList<DatabaseOptions> Databases { get; set; } = [];
}

/// <summary>A person. A person belongs to exactly one organization.</summary>
public sealed class PersonOptions
{
    /// <summary>Gets or sets the person's id, with or without the prefix <c>psn</c> of v2. If not set, a new one is created.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the person's name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the person's email address.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the URL of the person's picture.</summary>
    public Uri? Image { get; set; }
}
