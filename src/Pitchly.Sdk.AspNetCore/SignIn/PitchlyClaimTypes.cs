namespace Pitchly.AspNetCore;

/// <summary>The claims of a person who has signed in, beside the usual ones for id, name and e-mail address.</summary>
public static class PitchlyClaimTypes
{
    /// <summary>The id of the person's organization.</summary>
    public const string OrganizationId = "pitchly:organization";

    /// <summary>The id of the database in which the App was installed, if it was in one.</summary>
    public const string DatabaseId = "pitchly:database";

    /// <summary>The address of the person's picture.</summary>
    public const string Picture = "picture";

    /// <summary>The organization's plan.</summary>
    public const string Tier = "pitchly:tier";
}
