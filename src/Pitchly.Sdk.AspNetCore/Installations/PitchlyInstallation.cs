namespace Pitchly.AspNetCore;

/// <summary>
/// Where an App is installed: the organization, the database if it was installed in one, and the App. The guide recommends to key stored
/// data on these three.
/// </summary>
public sealed class PitchlyInstallation : IEquatable<PitchlyInstallation>
{
    internal const string KeyPrefix = "installation:";

    /// <summary>Creates the name of an installation.</summary>
    /// <param name="appId">The App.</param>
    /// <param name="organizationId">The organization.</param>
    /// <param name="databaseId">The database; <see langword="null"/> for the organization as a whole.</param>
    public PitchlyInstallation(AppId appId, OrganizationId organizationId, DatabaseId? databaseId = null)
    {
        (AppId, OrganizationId, DatabaseId) = (appId, organizationId, databaseId);
        Key = KeyPrefix + string.Join('/', new[] { appId.Value, organizationId.Value,
            databaseId?.Value ?? "" }.Select(Uri.EscapeDataString));
    }

    /// <summary>Gets the App.</summary>
    public AppId AppId { get; }

    /// <summary>Gets the organization.</summary>
    public OrganizationId OrganizationId { get; }

    /// <summary>Gets the database; <see langword="null"/> for the organization as a whole.</summary>
    public DatabaseId? DatabaseId { get; }

    /// <summary>Gets the text under which it is stored and locked.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public bool Equals(PitchlyInstallation? other) => Key == other?.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PitchlyInstallation);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the ids, separated by slashes.</summary>
    public override string ToString() => Key[KeyPrefix.Length..];
}
