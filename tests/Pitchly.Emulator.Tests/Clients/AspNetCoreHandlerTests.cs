using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.Emulator.Tests.Clients;

/// <summary>Tests that ASP.NET Core's OAuth handler signs a person in.</summary>
public sealed class AspNetCoreHandlerTests : ClientFixture
{
    protected override string Callback => "/signin-pitchly";

    [Fact]
    public async Task Approving_person_is_signed_in()
    {
        using var page = await Browser.GetAsync(App, Cancellation);
        using var home = await DecideAsync(page, "approve");

        Assert.Equal($"Hello {Emulator.User.PersonId}", await home.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Denial_by_the_person_is_reported()
    {
        using var page = await Browser.GetAsync(App, Cancellation);
        using var denied = await DecideAsync(page, "deny");

        Assert.Equal("denied", await denied.Content.ReadAsStringAsync(Cancellation));
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuth("Pitchly", options =>
        {
            options.ClientId = AppId;
            options.ClientSecret = Secret;
            options.CallbackPath = Callback;
            options.AuthorizationEndpoint = new Uri(Emulator.Origin, "/oauth/authorize").AbsoluteUri;
            options.TokenEndpoint = new Uri(Emulator.Origin, "/api/oauth/token").AbsoluteUri;
            options.UsePkce = true;
            options.SaveTokens = true;
            options.Scope.Add("records:update");
            options.AccessDeniedPath = "/denied";
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.None;
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.Events.OnCreatingTicket = async context =>
                context.Identity!.AddClaim(new Claim(ClaimTypes.NameIdentifier, (await PersonAsync(context.AccessToken!))!));
        });
    }

    protected override void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/denied", () => "denied");
        app.MapGet("/", async (HttpContext context) =>
        {
            if (context.User.Identity?.IsAuthenticated != true)
            {
                return Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, ["Pitchly"]);
            }

            Assert.NotEmpty((await context.GetTokenAsync("refresh_token"))!);
            return Results.Text($"Hello {context.User.FindFirstValue(ClaimTypes.NameIdentifier)}");
        });
    }
}
