using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.SignIn;

/// <summary>
/// Signs people in with the authorization code flow. ASP.NET Core's handler creates the state, PKCE values and correlation cookie. The
/// generated client redeems the code; it has typed errors and limits the size of responses.
/// </summary>
internal sealed class PitchlySignInHandler(
    IOptionsMonitor<PitchlySignInOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PitchlyOAuthClient oauth,
    IdentityQuery identities,
    IPitchlyInstallations installations) : OAuthHandler<PitchlySignInOptions>(options, logger, encoder)
{
    private const string Scope = "scope";

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var address = new Uri(base.BuildChallengeUrl(properties, redirectUri));
        var query = QueryHelpers.ParseQuery(address.Query);
        if (query[Scope].ToString().Length == 0)
        {
            // An empty scope would request read access only. Without a scope, the App gets all permissions that it was granted.
            query.Remove(Scope);
        }

        return QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        try
        {
            var tokens = await oauth.RedeemCodeAsync(
                new AuthorizationCodeGrant
                {
                    AppId = new AppId(Options.ClientId),
                    AppSecret = new PitchlySecret(Options.ClientSecret),
                    Code = new PitchlySecret(context.Code),
                    RedirectUri = new Uri(context.RedirectUri),
                    CodeVerifier = new PitchlySecret(context.Properties.Items[OAuthConstants.CodeVerifierKey]!),
                },
                Context.RequestAborted).ConfigureAwait(false);
            context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey);
            return OAuthTokenResponse.Success(Json(tokens));
        }
        catch (PitchlyException failure)
        {
            return OAuthTokenResponse.Failed(failure);
        }
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var response = Pitchly.Json.JsonRead.Whole(
            System.Text.Encoding.UTF8.GetBytes(tokens.Response!.RootElement.GetRawText()), TokenResponse.ReadJson);
        var who = await identities.GetAsync(response.AccessToken, Context.RequestAborted).ConfigureAwait(false);
        var databaseId = PitchlySignInDefaults.DatabaseOf(properties);
        identity.AddClaims(who.Claims(databaseId, ClaimsIssuer));
        if (Options.KeepInstallation)
        {
            var installation = new PitchlyInstallation(new AppId(Options.ClientId), who.OrganizationId, databaseId);
            await installations.KeepAsync(installation, response, Context.RequestAborted).ConfigureAwait(false);
        }

        return await base.CreateTicketAsync(identity, properties, tokens).ConfigureAwait(false);
    }

    private static JsonDocument Json(TokenResponse tokens)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            tokens.WriteJson(writer);
        }

        return JsonDocument.Parse(json.ToArray());
    }
}
