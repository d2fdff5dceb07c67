namespace Pitchly.AspNetCore;

/// <summary>
/// An installation of an App, identified by the App, the organization, and the database if it was installed in one. The guide recommends
/// these three as the key of stored data.
/// </summary>
public sealed class PitchlyInstallation : IEquatable<PitchlyInstallation>
{
    internal const string KeyPrefix = "installation:";

    /// <summary>Creates the identity of an installation.</summary>
    /// <param name="appId">The App ID.</param>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="databaseId">The database's id, or <see langword="null"/> for the whole organization.</param>
    public PitchlyInstallation(AppId appId, OrganizationId organizationId, DatabaseId? databaseId = null)
    {
        (AppId, OrganizationId, DatabaseId) = (appId, organizationId, databaseId);
        Key = KeyPrefix + string.Join('/', new[] { appId.Value, organizationId.Value,
            databaseId?.Value ?? "" }.Select(Uri.EscapeDataString));
    }

    /// <summary>Gets the App ID.</summary>
    public AppId AppId { get; }

    /// <summary>Gets the organization's id.</summary>
    public OrganizationId OrganizationId { get; }

    /// <summary>Gets the database's id, or <see langword="null"/> for the whole organization.</summary>
    public DatabaseId? DatabaseId { get; }

    /// <summary>Gets the key under which the installation is stored and locked.</summary>
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
