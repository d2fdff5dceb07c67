using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>The token endpoint (RFC 6749, section 3.2). It supports three grant types.</summary>
internal sealed class TokenEndpoint(ClientAuthentication clients, TokenStore tokens, Storage storage, Installations installations)
{
    public const string Path = "/api/oauth/token";

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        var (form, refusal) = await OAuthForm.ReadAsync(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var (app, refused) = clients.Check(request, form!);
        if (app is null)
        {
            return refused!;
        }

        // A missing scope means all permissions of the App; an empty one means read-only. It restricts the access token, never the refresh
        // token.
        var scope = form!.TryGetValue("scope", out var stated) ? stated.ToString() : null;
        return scope is not null && Permissions.Problem(app, scope) is { } problem ? OAuthError.Of("invalid_scope", problem)
            : form["grant_type"].ToString() switch
            {
                "authorization_code" => RedeemCode(app, form, scope),
                "refresh_token" => Refresh(app, form, scope),
                "client_credentials" => IssueAppToken(app, form, scope),
                "" => OAuthError.Of("invalid_request", "The field 'grant_type' is missing."),
                _ => OAuthError.Of("unsupported_grant_type", "Use authorization_code, refresh_token or client_credentials."),
            };
    }

    private IResult RedeemCode(AppRegistration app, IFormCollection form, string? scope)
    {
        if (form["code"].ToString() is not { Length: > 0 } text)
        {
            return OAuthError.Of("invalid_request", "The field 'code' is missing.");
        }

        if (tokens.TakeCode(app.AppId, text) is not { } code)
        {
            return OAuthError.Of("invalid_grant", "The code is unknown, was used before, or has expired.");
        }

        if (code.RedirectUriWasGiven && form["redirect_uri"] != code.RedirectUri)
        {
            return OAuthError.Of("invalid_grant", "The redirect_uri differs from that of the authorization request.");
        }

        return Pkce.IsProven(code, form["code_verifier"].ToString())
            ? TokenResponse(app, code.Approval, scope, withRefreshToken: true)
            : OAuthError.Of("invalid_grant", "The code_verifier does not match the code_challenge.");
    }

    private IResult Refresh(AppRegistration app, IFormCollection form, string? scope)
    {
        if (form["refresh_token"].ToString() is not { Length: > 0 } token)
        {
            return OAuthError.Of("invalid_request", "The field 'refresh_token' is missing.");
        }

        return tokens.TakeRefreshToken(app.AppId, token) is { } approval
            ? TokenResponse(app, approval, scope, withRefreshToken: true)
            : OAuthError.Of("invalid_grant",
                "The refresh token is unknown, has expired, or was used before. Store the newest one, and run one refresh at a time.");
    }

    private IResult IssueAppToken(AppRegistration app, IFormCollection form, string? scope) =>
        storage.InitialPlatform.Organization(form["organization_id"]) is { } organization && installations.Has(app.AppId, organization.Id)
            ? TokenResponse(app, Approval.New(app.AppId, organization.Id, personId: null), scope, withRefreshToken: false)
            : OAuthError.Of("invalid_request", "The organization_id is missing, or no organization with that id has installed the App.");

    private IResult TokenResponse(AppRegistration app, Approval approval, string? scope, bool withRefreshToken)
    {
        var issued = tokens.Issue(approval, scope, withRefreshToken);
        var response = new Dictionary<string, object>
        {
            ["access_token"] = issued.AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)issued.Life.TotalSeconds,
            ["scope"] = scope ?? Permissions.ScopesOf(app),
        };
        if (issued.RefreshToken is not null)
        {
            response["refresh_token"] = issued.RefreshToken;
        }

        return Results.Json(response);
    }
}
