using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pitchly.AspNetCore;

/// <summary>
/// Creates tokens with which an App accesses its own organization, without OAuth. A token is a JWT whose issuer is the App ID and whose
/// signing key is the raw App Secret. An <see cref="AccessTokenManager"/> caches it.
/// </summary>
/// <remarks>
/// HS256 and the claim <c>scope</c> are this project's assumptions: Pitchly's page says that workspaces and permissions can be restricted,
/// but not with which claims.
/// </remarks>
/// <param name="options">The App's options. The current App Secret signs the tokens.</param>
/// <param name="organizationId">The id of the App's own organization.</param>
/// <param name="life">The lifetime of a token. A token without an expiration would be valid as long as the secret, so each token has
/// one.</param>
/// <param name="scopes">The scopes to which the token is restricted. If not given, it has all permissions.</param>
/// <param name="timeProvider">The clock.</param>
[Http.ServerOnly]
public sealed class OwnOrganizationTokenSource(
    IOptionsMonitor<PitchlyServerOptions> options,
    OrganizationId organizationId,
    TimeSpan life,
    IReadOnlyList<string>? scopes = null,
    TimeProvider? timeProvider = null) : IAccessTokenSource
{
    private const string ScopeClaim = "scope";

    private static readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;

    /// <summary>Creates a token. No request is sent to Pitchly.</summary>
    /// <exception cref="ArgumentException">The App Secret is too short to sign with: it has less than 128 bits.</exception>
    public AccessToken Create()
    {
        var app = options.CurrentValue;
        var expiresAt = _time.GetUtcNow() + life;
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(app.AppSecret!.Reveal()));
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = app.AppId.Value,
            Expires = expiresAt.UtcDateTime,
            Claims = scopes is null ? null : new Dictionary<string, object> { [ScopeClaim] = string.Join(' ', scopes) },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return new AccessToken(new PitchlySecret(token), expiresAt);
    }

    /// <inheritdoc/>
    public ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken)
    {
        var token = Create();
        return new(new ConnectSuccess
        {
            AccessToken = token.Value,
            AccessTokenExpiresAt = token.ExpiresAt,
            OrganizationId = organizationId,
        });
    }
}
