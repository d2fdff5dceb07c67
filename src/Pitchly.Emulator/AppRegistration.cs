namespace Pitchly.Emulator;

/// <summary>The one App that the emulator knows.</summary>
internal sealed record AppRegistration(string AppId, string AppSecret, IReadOnlyList<Uri> RedirectUris)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => AppId;

    public bool IsSecret(string? secret) => secret is not null
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes(AppSecret));
}
