using Pitchly.OAuth;

namespace Pitchly;

/// <summary>
/// Provides an App on a server with tokens of the App itself, for an organization that installed it (RFC 6749, section 4.4).
/// </summary>
/// <param name="oauth">The client for Pitchly's OAuth endpoints.</param>
/// <param name="appId">The App ID.</param>
/// <param name="appSecret">The App Secret, from configuration or a vault.</param>
/// <param name="organizationId">The organization.</param>
/// <param name="timeProvider">The clock.</param>
[Http.ServerOnly]
public sealed class ClientCredentialsTokenSource(
    PitchlyOAuthClient oauth, AppId appId, PitchlySecret appSecret, OrganizationId organizationId,
    TimeProvider? timeProvider = null) : IAccessTokenSource
{
    /// <summary>The lifetime if the response does not contain one: "typically one hour".</summary>
    private static readonly TimeSpan TypicalLife = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public async ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken)
    {
        var requestedAt = _time.GetUtcNow();
        var tokens = await oauth.RequestAppTokenAsync(
            new ClientCredentialsGrant { AppId = appId, AppSecret = appSecret, OrganizationId = organizationId },
            cancellationToken).ConfigureAwait(false);
        return new ConnectSuccess
        {
            AccessToken = tokens.AccessToken,
            AccessTokenExpiresAt = requestedAt + (tokens.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : TypicalLife),
            OrganizationId = organizationId,
        };
    }
}
