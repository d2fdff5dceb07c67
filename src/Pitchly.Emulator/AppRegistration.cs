namespace Pitchly.Emulator;

/// <summary>
/// An App that the emulator knows. Its own JWTs are for its owner; its pages may come from anywhere if it has no origins.
/// </summary>
internal sealed record AppRegistration(
    string AppId,
    string AppSecret,
    string Name,
    string OwnerId,
    IReadOnlyList<Uri> RedirectUris,
    IReadOnlyList<string> Origins,
    IReadOnlyList<AppAction> Permissions,
    IReadOnlyList<string> InstalledIn)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => AppId;

    public bool IsSecret(string? secret) => secret is not null
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes(AppSecret));
}
