namespace Pitchly.Emulator.OAuth;

/// <summary>The token endpoint (RFC 6749, section 3.2): three grants.</summary>
internal sealed class TokenEndpoint(AppRegistration app, TokenStore tokens, Workspace workspace, TimeProvider time)
{
    public const string Path = "/api/oauth/token";

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        var (form, refusal) = await OAuthForm.ReadAsync(request);
        if ((refusal ?? ClientAuthentication.Refusal(request, form!, app)) is { } refused)
        {
            return refused;
        }

        return form!["grant_type"].ToString() switch
        {
            "authorization_code" => RedeemCode(form),
            "refresh_token" => Refresh(form),
            "client_credentials" => IssueAppToken(form),
            "" => OAuthError.Of("invalid_request", "The field 'grant_type' is missing."),
            _ => OAuthError.Of("unsupported_grant_type", "Use authorization_code, refresh_token or client_credentials."),
        };
    }

    private IResult RedeemCode(IFormCollection form)
    {
        if (form["code"].ToString() is not { Length: > 0 } text)
        {
            return OAuthError.Of("invalid_request", "The field 'code' is missing.");
        }

        if (tokens.TakeCode(text) is not { } code)
        {
            return OAuthError.Of("invalid_grant", "The code is unknown, was used before, or has expired.");
        }

        if (code.RedirectUriWasGiven && form["redirect_uri"] != code.RedirectUri.OriginalString)
        {
            return OAuthError.Of("invalid_grant", "The redirect_uri differs from that of the authorization request.");
        }

        return Pkce.IsProven(code, form["code_verifier"].ToString())
            ? Answer(Scope(form), code.Family, withRefreshToken: true)
            : OAuthError.Of("invalid_grant", "The code_verifier does not fit the code_challenge.");
    }

    private IResult Refresh(IFormCollection form) => tokens.TakeRefreshToken(form["refresh_token"].ToString()) is { } family
        ? Answer(Scope(form), family, withRefreshToken: true)
        : OAuthError.Of("invalid_grant", "The refresh token is unknown, or was used before. Keep the newest one, and let one refresh run at a time.");

    private IResult IssueAppToken(IFormCollection form) => form["organization_id"] == workspace.OrganizationId
        ? Answer(null, RandomId.Id(), withRefreshToken: false)
        : OAuthError.Of("invalid_request", "The organization_id is missing, or no organization of that id has installed the App.");

    /// <summary>Left out: all that the App has. Empty: read only. It narrows the access token, never the refresh token.</summary>
    private static string? Scope(IFormCollection form) => form.TryGetValue("scope", out var scope) ? scope.ToString() : null;

    private IResult Answer(string? scope, string family, bool withRefreshToken)
    {
        var issued = tokens.Issue(scope, family, withRefreshToken);
        var answer = new Dictionary<string, object>
        {
            ["access_token"] = issued.AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)(issued.ExpiresAt - time.GetUtcNow()).TotalSeconds,
            ["scope"] = scope ?? Permissions.AllScopes,
        };
        if (issued.RefreshToken is not null)
        {
            answer["refresh_token"] = issued.RefreshToken;
        }

        return Results.Json(answer);
    }
}
