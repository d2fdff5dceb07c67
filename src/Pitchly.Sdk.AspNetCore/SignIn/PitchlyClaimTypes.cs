namespace Pitchly.AspNetCore;

/// <summary>The claim types of a person who has signed in, in addition to the standard ones for id, name and email address.</summary>
public static class PitchlyClaimTypes
{
    /// <summary>The id of the person's organization.</summary>
    public const string OrganizationId = "pitchly:organization";

    /// <summary>The id of the database in which the App was installed, if there is one.</summary>
    public const string DatabaseId = "pitchly:database";

    /// <summary>The URL of the person's picture.</summary>
    public const string Picture = "picture";

    /// <summary>The organization's plan.</summary>
    public const string Tier = "pitchly:tier";
}
