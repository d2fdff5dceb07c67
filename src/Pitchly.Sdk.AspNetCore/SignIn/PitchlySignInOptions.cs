using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;

namespace Pitchly.AspNetCore;

/// <summary>How people sign in with Pitchly. App ID, App Secret and addresses come from <see cref="PitchlyServerOptions"/>.</summary>
public sealed class PitchlySignInOptions : OAuthOptions
{
    /// <summary>Creates options: PKCE, a callback at <c>/signin-pitchly</c>, and a cookie that comes back with a redirect.</summary>
    public PitchlySignInOptions()
    {
        CallbackPath = "/signin-pitchly";
        UsePkce = true;

        // The browser comes back by a navigation, for which Lax is enough; None would need https on a developer's machine too. Over https
        // it is a secure cookie.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>
    /// Gets or sets the page of the App to which the browser goes if a sign-in fails; it reads why by
    /// <see cref="PitchlySignInFailure.GetPitchlySignInFailure"/>. <c>/signin-failed</c> by default.
    /// </summary>
    public PathString FailurePath { get; set; } = "/signin-failed";

    /// <summary>
    /// Gets or sets whether the tokens of a sign-in are kept in <see cref="IPitchlyInstallations"/>, for work while the user is away.
    /// <see langword="true"/> by default.
    /// </summary>
    public bool KeepInstallation { get; set; } = true;
}
