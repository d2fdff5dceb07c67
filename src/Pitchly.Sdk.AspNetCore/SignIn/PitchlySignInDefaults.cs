using Microsoft.AspNetCore.Authentication;

namespace Pitchly.AspNetCore;

/// <summary>Default values of the sign-in.</summary>
public static class PitchlySignInDefaults
{
    /// <summary>The authentication scheme.</summary>
    public const string AuthenticationScheme = "Pitchly";

    private const string DatabaseKey = "pitchly.database";

    /// <summary>Sets the database in which the App is installed, so that the installation is stored for this database.</summary>
    /// <param name="properties">The properties of the challenge.</param>
    /// <param name="databaseId">The database's id.</param>
    public static AuthenticationProperties ForDatabase(this AuthenticationProperties properties, DatabaseId databaseId)
    {
        ArgumentNullException.ThrowIfNull(properties);
        properties.Items[DatabaseKey] = databaseId.Value;
        return properties;
    }

    internal static DatabaseId? DatabaseOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(DatabaseKey, out var id) && id is { Length: > 0 } ? new DatabaseId(id) : null;
}
