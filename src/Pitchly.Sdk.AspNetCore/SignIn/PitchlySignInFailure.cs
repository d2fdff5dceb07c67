using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.AspNetCore;

/// <summary>Tells a page why a sign-in failed.</summary>
public static class PitchlySignInFailure
{
    /// <summary>Returns why the sign-in failed that led to this page; <see langword="null"/> if none did, or that was long ago.</summary>
    /// <param name="context">The request.</param>
    public static PitchlyError? GetPitchlySignInFailure(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<SignIn.FailureNote>().Read(context.Request.Query);
    }
}
