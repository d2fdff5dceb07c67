using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Pitchly;
using Pitchly.AspNetCore;

namespace DealRoom.Server;

/// <summary>The pages: the signed-in user with a summary of the deals, and the reason of a failed sign-in.</summary>
internal static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", HomeAsync);
        app.MapGet("/signin", () => Results.Challenge(
            new AuthenticationProperties { RedirectUri = "/" }, [PitchlySignInDefaults.AuthenticationScheme]));
        app.MapPost("/signout", () => Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]));
        app.MapGet("/signin-failed", (HttpContext context) =>
            Page($"The sign-in failed: {context.GetPitchlySignInFailure()?.ToString() ?? "try again"}",
                """<a href="/signin">Sign in</a>"""));
    }

    private static async Task<IResult> HomeAsync(HttpContext context, Deals deals, CancellationToken cancellationToken)
    {
        if (context.User.FindFirstValue(PitchlyClaimTypes.OrganizationId) is not { } organization)
        {
            return Page("Nobody is signed in.", """<a href="/signin">Sign in with Pitchly</a>""");
        }

        try
        {
            var summary = await deals.SummarizeAsync(new OrganizationId(organization), cancellationToken);
            return Page(
                $"{context.User.Identity!.Name}: {summary}", """<form method="post" action="/signout"><button>Sign out</button></form>""");
        }
        catch (PitchlyException failure)
        {
            return Page(failure.Error.ToString(), """<a href="/signin">Sign in again</a>""");
        }
    }

    private static IResult Page(string text, string action) => Results.Content(
        $"<!doctype html><html lang=\"en\"><title>Deal Room</title><main><h1>Deal Room</h1><p>{HtmlEncoder.Default.Encode(
            text)}</p>{action}</main></html>",
        "text/html; charset=utf-8");
}
