namespace Pitchly.Emulator;

/// <summary>An App that is registered on the platform.</summary>
public sealed class AppOptions
{
    /// <summary>Gets or sets the App ID. If not set, a new one is created.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Gets or sets the App Secret. If not set, a new one is created. It is written to a separate file and shown nowhere else.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Gets or sets the name that the consent page shows.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the redirect URIs. They must match exactly. The first one is used if a request names none.</summary>
    public IReadOnlyList<Uri> RedirectUris { get; set; } = [];

    /// <summary>
    /// Gets or sets the origins of the App's pages. If there are any, pages of other origins are not accepted as this App. Pages of these
    /// origins are accepted even if they are not on this machine.
    /// </summary>
    public IReadOnlyList<Uri> Origins { get; set; } = [];

    /// <summary>Gets or sets the App's permissions. If not set, the App has all permissions.</summary>
    public IReadOnlyList<AppAction>? Permissions { get; set; }

    /// <summary>Gets or sets the ids of the organizations that have installed the App. If not set, all have installed it.</summary>
    public IReadOnlyList<string>? Installations { get; set; }

    /// <summary>
    /// Gets or sets the id of the organization that owns the App. JWTs that the App signs itself are valid for this organization. The
    /// default is the first organization.
    /// </summary>
    public string? Owner { get; set; }
}

/// <summary>A permission of an App, named as in Pitchly's key sets.</summary>
public enum AppAction
{
    /// <summary>Read databases and rows.</summary>
    ReadData,

    /// <summary>Insert rows.</summary>
    InsertData,

    /// <summary>Change rows.</summary>
    UpdateData,

    /// <summary>Delete rows.</summary>
    DeleteData,

    /// <summary>Add fields to a database.</summary>
    AddFields,

    /// <summary>Read the members of the organization.</summary>
    ReadMembers,
}
