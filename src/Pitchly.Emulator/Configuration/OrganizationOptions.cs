namespace Pitchly.Emulator;

/// <summary>A company that uses Pitchly.</summary>
public sealed class OrganizationOptions
{
    /// <summary>Gets or sets its id, with v2's prefix <c>org</c> or without; a new one if not set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets its people; one is made if there is none.</summary>
    public IReadOnlyList<PersonOptions> People { get; set; } = [];

    /// <summary>Gets or sets its databases, at least one.</summary>
    public IReadOnlyList<DatabaseOptions> Databases { get; set; } = [];
}

/// <summary>Someone who belongs to an organization, and to one alone.</summary>
public sealed class PersonOptions
{
    /// <summary>Gets or sets the person's id, with v2's prefix <c>psn</c> or without; a new one if not set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the person's name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the person's address for mail.</summary>
    public string? Email { get; set; }

    /// <summary>Gets or sets the address of the person's picture.</summary>
    public Uri? Image { get; set; }
}
