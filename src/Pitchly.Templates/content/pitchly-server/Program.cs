using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Pitchly;
using Pitchly.AspNetCore;
using PitchlyServer1;

var builder = WebApplication.CreateBuilder(args);
await using var emulator = await LocalPlatform.StartAsync(builder);

// Installations are stored in the SQLite file pitchly.db. For several nodes, use .UsePostgreSql(…) or .UseRedis(…).
builder.Services.AddPitchlyServer(builder.Configuration);
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddPitchlySignIn();
builder.Services.AddHealthChecks().AddPitchly();
builder.Services.AddHostedService<NightlyJob>();
var app = builder.Build();

app.UseAuthentication();
app.MapHealthChecks("/health");
app.MapGet("/", (ClaimsPrincipal user) => user.Identity!.IsAuthenticated
    ? $"Hello {user.Identity.Name} of {user.FindFirstValue(PitchlyClaimTypes.OrganizationId)}"
    : "Nobody is signed in. Open /signin");
app.MapGet("/signin", () => Results.Challenge(
    new AuthenticationProperties { RedirectUri = "/" }, [PitchlySignInDefaults.AuthenticationScheme]));
app.MapPost("/signout", () => Results.SignOut(
    new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]));
app.MapGet("/signin-failed", (HttpContext context) => context.GetPitchlySignInFailure()?.ToString() ?? "Sign in again.");
await app.RunAsync();
