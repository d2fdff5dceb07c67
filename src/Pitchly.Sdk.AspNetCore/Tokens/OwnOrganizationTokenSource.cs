using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pitchly.AspNetCore;

/// <summary>
/// Makes the tokens by which an App works for the organization that it belongs to, with no OAuth: a JWT whose issuer is the App ID, signed
/// with the App Secret as it is written. An <see cref="AccessTokenManager"/> caches it.
/// </summary>
/// <remarks>
/// HS256 and the claim <c>scope</c> are this project's reading: Pitchly's page says that workspaces and permissions can be narrowed, and
/// not by which claims.
/// </remarks>
/// <param name="options">The App; its secret of the moment signs.</param>
/// <param name="organizationId">The organization that the App belongs to.</param>
/// <param name="life">How long a token is good. Without an end it would live as long as the secret, so there is always one.</param>
/// <param name="scopes">What the token is narrowed to; everything if not given.</param>
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

    /// <summary>Creates a token. Nothing is asked of Pitchly.</summary>
    /// <exception cref="ArgumentException">The App Secret is too short to sign with: below 128 bits.</exception>
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
