namespace Pitchly.AspNetCore.Installations;

/// <summary>The access tokens of one installation, for a generated client.</summary>
internal sealed class InstallationTokens(IPitchlyInstallations installations, PitchlyInstallation installation) : IAccessTokenProvider
{
    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        installations.GetAccessTokenAsync(installation, cancellationToken);

    public void Reject(AccessToken token) => installations.Reject(installation, token);
}
