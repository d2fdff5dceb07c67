namespace Pitchly.Emulator;

/// <summary>
/// An App that is registered on the emulated platform. JWTs that the App signs itself are valid for its owner organization. If it has no
/// origins, its pages may come from any origin.
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
    /// <summary>Returns the App ID. The secret is not included.</summary>
    public override string ToString() => AppId;

    public bool IsSecret(string? secret) => secret is not null
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes(AppSecret));
}
