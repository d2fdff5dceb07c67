using Microsoft.AspNetCore.WebUtilities;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>An App's request to the authorization endpoint (RFC 6749, section 4.1.1), with PKCE (RFC 7636).</summary>
internal sealed record AuthorizationRequest(
    AppRegistration App, string RedirectUri, bool RedirectUriWasGiven, string State, string? Challenge, string ChallengeMethod)
{
    /// <summary>
    /// Returns the request or an error response. The error is shown to the person if the App or the redirect URI is not valid (section
    /// 4.1.2.1); otherwise, it is sent to the App.
    /// </summary>
    public static (AuthorizationRequest? Request, IResult? Refusal) Read(IQueryCollection query, Platform platform)
    {
        if (query.FirstOrDefault(field => field.Value.Count > 1).Key is { } twice)
        {
            return (null, Refuse($"The parameter '{twice}' is duplicated. Send it once (RFC 6749, section 3.1)."));
        }

        if (platform.App(query["client_id"]) is not { } app)
        {
            return (
                null, Refuse("App doesn't exist. Check client_id: it must be the App ID that the emulator printed, not the App Secret."));
        }

        var given = query["redirect_uri"].ToString();
        var registered = app.RedirectUris.Select(uri => uri.OriginalString).ToList();
        if (registered.Find(uri => given.Length == 0 || uri == given) is not { } redirectUri)
        {
            return (null, Refuse(registered.Count == 0
                ? "No redirect URI is registered for the App. Add one with redirectUris or EmulatorOptions.RedirectUris."
                : $"The redirect_uri must be identical to a registered one: {string.Join(", ", registered)}."));
        }

        var method = query["code_challenge_method"].ToString() is { Length: > 0 } stated ? stated : "plain";
        var challenge = query["code_challenge"].ToString() is { Length: > 0 } text ? text : null;
        var request = new AuthorizationRequest(app, redirectUri, given.Length > 0, query["state"].ToString(), challenge, method);
        var (error, why) = query["response_type"] != "code" ? ("unsupported_response_type", "The response_type must be 'code'.")
            : Pkce.Problem(challenge, stated: query.ContainsKey("code_challenge_method"), method) is { } problem
                ? ("invalid_request", problem)
            : Permissions.Problem(app, query["scope"].ToString()) is { } scope ? ("invalid_scope", scope)
            : ("", "");
        return error.Length == 0 ? (request, null) : (null, request.Refuse(error, why));
    }

    /// <summary>Redirects the browser to the App with a code.</summary>
    public IResult Grant(string code) => Redirect(("code", code));

    /// <summary>Redirects the browser to the App with an error.</summary>
    public IResult Refuse(string error, string why) => Redirect(("error", error), ("error_description", why));

    private static IResult Refuse(string why) => Results.Text(why, "text/plain", statusCode: StatusCodes.Status400BadRequest);

    private IResult Redirect(params IEnumerable<(string Name, string Value)> parameters)
    {
        IEnumerable<(string Name, string Value)> state = State.Length > 0 ? [("state", State)] : [];
        return Results.Redirect(QueryHelpers.AddQueryString(
            RedirectUri, parameters.Concat(state).ToDictionary(pair => pair.Name, pair => (string?)pair.Value)));
    }
}
