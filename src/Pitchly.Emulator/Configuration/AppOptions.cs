namespace Pitchly.Emulator;

/// <summary>An App that is registered at the platform.</summary>
public sealed class AppOptions
{
    /// <summary>Gets or sets the App ID; a new one if not set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the App Secret; a new one if not set. It is written to a file of its own, and told nowhere else.</summary>
    public string? Secret { get; set; }

    /// <summary>Gets or sets the name that the consent page shows.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the redirect URIs. They match to the letter, and the first is taken where a request names none.</summary>
    public IReadOnlyList<Uri> RedirectUris { get; set; } = [];

    /// <summary>Gets or sets the origins that the App's pages have. If there are any, pages of other origins are not shown as this App,
    /// and those of these are let in even if they are not this machine's.</summary>
    public IReadOnlyList<Uri> Origins { get; set; } = [];

    /// <summary>Gets or sets what the App may do; everything if not set.</summary>
    public IReadOnlyList<AppAction>? Permissions { get; set; }

    /// <summary>Gets or sets the ids of the organizations that have installed it; all if not set.</summary>
    public IReadOnlyList<string>? Installations { get; set; }

    /// <summary>Gets or sets the id of the organization that the App belongs to, which the JWTs that it signs itself are for; the first if
    /// not set.</summary>
    public string? Owner { get; set; }
}

/// <summary>What an App may do, in the words of Pitchly's key sets.</summary>
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

    /// <summary>Read who belongs to the organization.</summary>
    ReadMembers,
}
