namespace Pitchly.Emulator.OAuth;

/// <summary>Who has approved an App: a person, or an organization by its installation. Its family is what was issued from it.</summary>
internal sealed record Approval(string AppId, string OrganizationId, string? PersonId, string Family)
{
    public static Approval New(string appId, string organizationId, string? personId) =>
        new(appId, organizationId, personId, RandomId.Id());
}

/// <summary>What a token may do, and until when. Without a scope it may do all that the App may.</summary>
internal sealed record Grant(Approval Approval, string? Scope, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);

internal sealed record AuthorizationCode(
    Approval Approval, string RedirectUri, bool RedirectUriWasGiven, string? Challenge, string ChallengeMethod, DateTimeOffset ExpiresAt);

/// <summary>A refresh token. One that was used is remembered, so that its second use is noticed.</summary>
internal sealed record RefreshToken(Approval Approval, DateTimeOffset ExpiresAt, bool IsUsed);

/// <summary>What the token endpoint answers with. The life is the access token's.</summary>
internal sealed record IssuedTokens(string AccessToken, TimeSpan Life, string? RefreshToken);

/// <summary>What a data file keeps of all tokens.</summary>
internal sealed record TokenState(Dictionary<string, Grant> AccessTokens, Dictionary<string, RefreshToken> RefreshTokens);
