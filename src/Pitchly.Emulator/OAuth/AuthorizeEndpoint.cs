using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.OAuth;

/// <summary>The authorization endpoint (RFC 6749, section 4.1.1), with PKCE (RFC 7636). The simulated user has always made up its mind.</summary>
internal sealed class AuthorizeEndpoint(AppRegistration app, TokenStore tokens, EmulatorOptions options)
{
    public const string Path = "/oauth/authorize";

    public IResult Handle(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != app.AppId)
        {
            return Refuse("App doesn't exist. Check client_id: it is the App ID that the emulator printed, and not the App Secret.");
        }

        var given = query["redirect_uri"].ToString();
        var redirectUri = given.Length == 0 ? app.RedirectUris[0] : app.RedirectUris.FirstOrDefault(uri => uri.OriginalString == given);
        if (redirectUri is null)
        {
            return Refuse($"The redirect_uri is not one of those registered: {string.Join(", ", app.RedirectUris)}. It must match to the letter.");
        }

        var state = query["state"].ToString();
        var method = query["code_challenge_method"].ToString() is { Length: > 0 } stated ? stated : "plain";
        var challenge = query["code_challenge"].ToString() is { Length: > 0 } text ? text : null;
        var (error, why) = query["response_type"] != "code" ? ("unsupported_response_type", "The response_type must be 'code'.")
            : Pkce.Problem(challenge, stated: query.ContainsKey("code_challenge_method"), method) is { } problem ? ("invalid_request", problem)
            : !options.UserApproves ? ("access_denied", "The user did not approve the App.")
            : ("", "");
        if (error.Length > 0)
        {
            return Redirect(redirectUri, ("error", error), ("error_description", why), ("state", state));
        }

        return Redirect(redirectUri, ("code", tokens.IssueCode(redirectUri, given.Length > 0, challenge, method)), ("state", state));
    }

    /// <summary>A request that names no good address must not be redirected (RFC 6749, section 4.1.2.1).</summary>
    private static IResult Refuse(string why) => Results.Text(why, "text/plain", statusCode: StatusCodes.Status400BadRequest);

    private static IResult Redirect(Uri to, params (string Name, string Value)[] query) => Results.Redirect(
        QueryHelpers.AddQueryString(to.OriginalString, query.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Name, pair => (string?)pair.Value)));
}
