namespace Pitchly.Emulator.OAuth;

/// <summary>
/// An approval of an App by a person, or by an organization's installation. All codes and tokens issued from the same approval have its
/// family.
/// </summary>
internal sealed record Approval(string AppId, string OrganizationId, string? PersonId, string Family)
{
    public static Approval New(string appId, string organizationId, string? personId) =>
        new(appId, organizationId, personId, RandomId.Id());
}

/// <summary>The permissions and the lifetime of a token. Without a scope it has all permissions of the App.</summary>
internal sealed record Grant(Approval Approval, string? Scope, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

internal sealed record AuthorizationCode(
    Approval Approval, string RedirectUri, bool RedirectUriWasGiven, string? Challenge, string ChallengeMethod, DateTimeOffset ExpiresAt);

/// <summary>A refresh token. Used tokens are stored, so that a second use is detected.</summary>
internal sealed record RefreshToken(Approval Approval, DateTimeOffset ExpiresAt, bool IsUsed);

/// <summary>The tokens in the response of the token endpoint. <c>Life</c> is the lifetime of the access token.</summary>
internal sealed record IssuedTokens(string AccessToken, TimeSpan Life, string? RefreshToken);

/// <summary>The tokens that a data file stores.</summary>
internal sealed record TokenState(Dictionary<string, Grant> AccessTokens, Dictionary<string, RefreshToken> RefreshTokens);
