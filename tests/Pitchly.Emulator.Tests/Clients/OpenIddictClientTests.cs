using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;

namespace Pitchly.Emulator.Tests.Clients;

/// <summary>Tests that OpenIddict's client signs a person in, refreshes and revokes.</summary>
public sealed class OpenIddictClientTests : ClientFixture
{
    private OpenIddictClientService _client = null!;

    protected override string Callback => "/callback/pitchly";

    [Fact]
    public async Task Client_signs_in_refreshes_and_revokes()
    {
        using var page = await Browser.GetAsync(App, Cancellation);
        using var answered = await DecideAsync(page, "approve");
        var tokens = (await answered.Content.ReadAsStringAsync(Cancellation)).Split(' ');
        Assert.Equal(Emulator.User.PersonId, await PersonAsync(tokens[0]));

        var refreshed = await _client.AuthenticateWithRefreshTokenAsync(
            new() { RefreshToken = tokens[1], CancellationToken = Cancellation, DisableUserInfo = true });
        Assert.Equal(Emulator.User.PersonId, await PersonAsync(refreshed.AccessToken));

        await _client.RevokeTokenAsync(new() { Token = refreshed.RefreshToken!, CancellationToken = Cancellation });
        Assert.Null(await PersonAsync(refreshed.AccessToken));
    }

    [Fact]
    public async Task Denial_by_the_person_is_an_access_denied_error()
    {
        using var page = await Browser.GetAsync(App, Cancellation);
        using var denied = await DecideAsync(page, "deny");

        Assert.Equal("access_denied", await denied.Content.ReadAsStringAsync(Cancellation));
    }

    protected override void Configure(IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddOpenIddict().AddClient(options =>
        {
            options.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow();
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.DisableTokenStorage();
            options.UseAspNetCore().EnableRedirectionEndpointPassthrough().EnableErrorPassthrough().DisableTransportSecurityRequirement()
                .Configure(server => (server.CookieBuilder.SecurePolicy, server.CookieBuilder.SameSite) = (
                    CookieSecurePolicy.None, SameSiteMode.Lax));
            options.UseSystemNetHttp();
            options.AddRegistration(new OpenIddictClientRegistration
            {
                Issuer = new Uri(Emulator.Origin.GetLeftPart(UriPartial.Authority)),

                // OpenIddict can only discover a server that publishes keys (ID2099), and tokens that are not JWTs need no keys.
                Configuration = new OpenIddictConfiguration
                {
                    Issuer = new Uri(Emulator.Origin.GetLeftPart(UriPartial.Authority)),
                    AuthorizationEndpoint = new Uri(Emulator.Origin, "/oauth/authorize"),
                    TokenEndpoint = new Uri(Emulator.Origin, "/api/oauth/token"),
                    RevocationEndpoint = new Uri(Emulator.Origin, "/api/oauth/revoke"),
                    ResponseTypesSupported = { "code" },
                    GrantTypesSupported = { "authorization_code", "refresh_token" },
                    CodeChallengeMethodsSupported = { "S256" },
                    TokenEndpointAuthMethodsSupported = { "client_secret_basic", "client_secret_post" },
                    RevocationEndpointAuthMethodsSupported = { "client_secret_basic", "client_secret_post" },
                },
                ClientId = AppId,
                ClientSecret = Secret,
                RedirectUri = new Uri(App, Callback),
                Scopes = { "records:update" },
            });
        });
    }

    protected override void Map(WebApplication app)
    {
        _client = app.Services.GetRequiredService<OpenIddictClientService>();
        app.UseAuthentication();
        app.MapGet("/", () => Results.Challenge(
            new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]));
        app.MapGet(Callback, async (HttpContext context) =>
        {
            if (context.GetOpenIddictClientResponse() is { Error: { } error })
            {
                return Results.Text(error);
            }

            var result = await context.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
            var access = result.Properties!.GetTokenValue(OpenIddictClientAspNetCoreConstants.Tokens.BackchannelAccessToken);
            return Results.Text($"{access} {result.Properties!.GetTokenValue(OpenIddictClientAspNetCoreConstants.Tokens.RefreshToken)}");
        });
    }
}
