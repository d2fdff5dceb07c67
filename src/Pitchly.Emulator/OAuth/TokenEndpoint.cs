using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.OAuth;

/// <summary>The token endpoint (RFC 6749, section 3.2): three grants, client credentials in the body.</summary>
internal sealed class TokenEndpoint(AppRegistration app, TokenStore tokens, Workspace workspace, TimeProvider time)
{
    public const string Path = "/api/oauth/token";

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
        {
            return Refuse("invalid_request", "Send the fields as application/x-www-form-urlencoded.");
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return Refuse("invalid_request", $"The form can't be read: {error.Message}");
        }

        if (form.FirstOrDefault(field => field.Value.Count > 1).Key is { } twice)
        {
            return Refuse("invalid_request", $"The field '{twice}' stands there twice.");
        }

        if (form["client_id"] != app.AppId || !app.IsSecret(form["client_secret"]))
        {
            return Refuse("invalid_client", "App doesn't exist, or its secret is another. Check client_id and client_secret.", StatusCodes.Status401Unauthorized);
        }

        return form["grant_type"].ToString() switch
        {
            "authorization_code" => RedeemCode(form),
            "refresh_token" => Refresh(form),
            "client_credentials" => IssueAppToken(form),
            "" => Refuse("invalid_request", "The field 'grant_type' is missing."),
            _ => Refuse("unsupported_grant_type", "Use authorization_code, refresh_token or client_credentials."),
        };
    }

    private IResult RedeemCode(IFormCollection form)
    {
        if (form["code"].ToString() is not { Length: > 0 } text)
        {
            return Refuse("invalid_request", "The field 'code' is missing.");
        }

        if (tokens.TakeCode(text) is not { } code)
        {
            return Refuse("invalid_grant", "The code is unknown, was used before, or has expired.");
        }

        if (code.RedirectUriWasGiven && form["redirect_uri"] != code.RedirectUri.OriginalString)
        {
            return Refuse("invalid_grant", "The redirect_uri differs from that of the authorization request.");
        }

        return IsProven(code, form["code_verifier"].ToString())
            ? Answer(Scope(form), code.Family, withRefreshToken: true)
            : Refuse("invalid_grant", "The code_verifier does not fit the code_challenge.");
    }

    private IResult Refresh(IFormCollection form) => tokens.TakeRefreshToken(form["refresh_token"].ToString()) is { } family
        ? Answer(Scope(form), family, withRefreshToken: true)
        : Refuse("invalid_grant", "The refresh token is unknown, or was used before. Keep the newest one, and let one refresh run at a time.");

    private IResult IssueAppToken(IFormCollection form) => form["organization_id"] == workspace.OrganizationId
        ? Answer(null, RandomId.Id(), withRefreshToken: false)
        : Refuse("invalid_request", "The organization_id is missing, or no organization of that id has installed the App.");

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

    /// <summary>RFC 7636, section 4.6.</summary>
    private static bool IsProven(AuthorizationCode code, string verifier) => code.Challenge is null
        ? verifier.Length == 0
        : CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(code.Challenge),
            Encoding.ASCII.GetBytes(code.ChallengeMethod == "S256" ? WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) : verifier));

    private static IResult Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description }, statusCode: status);
}
