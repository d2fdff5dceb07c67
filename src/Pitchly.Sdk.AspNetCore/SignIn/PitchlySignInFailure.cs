using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.AspNetCore;

/// <summary>Provides the reason of a failed sign-in to a page.</summary>
public static class PitchlySignInFailure
{
    /// <summary>
    /// Returns the error of the sign-in that led to this page, or <see langword="null"/> if no sign-in failed within the last 10 minutes.
    /// </summary>
    /// <param name="context">The request.</param>
    public static PitchlyError? GetPitchlySignInFailure(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<SignIn.FailureNote>().Read(context.Request.Query);
    }
}
