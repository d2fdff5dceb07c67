using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;

namespace Pitchly.AspNetCore;

/// <summary>
/// Options of the sign-in with Pitchly. The App ID, App Secret and addresses come from <see cref="PitchlyServerOptions"/>.
/// </summary>
public sealed class PitchlySignInOptions : OAuthOptions
{
    /// <summary>
    /// Creates options with PKCE, the callback path <c>/signin-pitchly</c>, and a correlation cookie that is sent on the redirect from
    /// Pitchly.
    /// </summary>
    public PitchlySignInOptions()
    {
        CallbackPath = "/signin-pitchly";
        UsePkce = true;

        // The browser returns by a top-level navigation, for which Lax is sufficient. None would require HTTPS on development machines too.
        // Over HTTPS the cookie is secure.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>
    /// Gets or sets the path of the App's page to which the browser is redirected if a sign-in fails. The page gets the reason from
    /// <see cref="PitchlySignInFailure.GetPitchlySignInFailure"/>. The default is <c>/signin-failed</c>.
    /// </summary>
    public PathString FailurePath { get; set; } = "/signin-failed";

    /// <summary>
    /// Gets or sets a value indicating whether the tokens of a sign-in are stored in <see cref="IPitchlyInstallations"/>, for work while
    /// the user is not present. The default is <see langword="true"/>.
    /// </summary>
    public bool KeepInstallation { get; set; } = true;
}
