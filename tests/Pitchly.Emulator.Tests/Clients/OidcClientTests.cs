using Duende.IdentityModel.Client;
using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Browser;

namespace Pitchly.Emulator.Tests.Clients;

/// <summary>
/// Tests that Duende's OidcClient signs a person in, with Basic authentication and with a secret in the body, and refreshes.
/// </summary>
public sealed class OidcClientTests : ClientFixture
{
    protected override string Callback => "/cb";

    [Theory]
    [InlineData(ClientCredentialStyle.AuthorizationHeader)]
    [InlineData(ClientCredentialStyle.PostBody)]
    public async Task Client_signs_in_and_refreshes(ClientCredentialStyle style)
    {
        var client = Client(style);
        var start = await client.PrepareLoginAsync(cancellationToken: Cancellation);
        var end = await ClickAsync(start.StartUrl, "approve");

        var login = await client.ProcessResponseAsync(end, start, cancellationToken: Cancellation);
        Assert.False(login.IsError, login.ErrorDescription ?? login.Error);
        Assert.Equal(Emulator.User.PersonId, await PersonAsync(login.AccessToken));

        var refreshed = await client.RefreshTokenAsync(login.RefreshToken, cancellationToken: Cancellation);
        Assert.False(refreshed.IsError, refreshed.Error);
        Assert.Equal((3600, Emulator.User.PersonId), (refreshed.ExpiresIn, await PersonAsync(refreshed.AccessToken)));
    }

    [Fact]
    public async Task Denial_by_the_person_is_an_access_denied_error()
    {
        var client = Client(ClientCredentialStyle.PostBody);
        var start = await client.PrepareLoginAsync(cancellationToken: Cancellation);

        var login = await client.ProcessResponseAsync(await ClickAsync(start.StartUrl, "deny"), start, cancellationToken: Cancellation);

        Assert.Equal("access_denied", login.Error);
    }

    private OidcClient Client(ClientCredentialStyle style) => new(new OidcClientOptions
    {
        ClientId = AppId,
        ClientSecret = Secret,
        RedirectUri = new Uri(App, Callback).AbsoluteUri,
        Scope = "records:update",
        LoadProfile = false,
        TokenClientCredentialStyle = style,
        ProviderInformation = new ProviderInformation
        {
            IssuerName = Emulator.Origin.GetLeftPart(UriPartial.Authority),
            AuthorizeEndpoint = new Uri(Emulator.Origin, "/oauth/authorize").AbsoluteUri,
            TokenEndpoint = new Uri(Emulator.Origin, "/api/oauth/token").AbsoluteUri,
            KeySet = new Duende.IdentityModel.Jwk.JsonWebKeySet(),
        },
    });

    /// <summary>Submits a decision and returns the final address. The App returns 404 for it here, so the browser stays there.</summary>
    private async Task<string> ClickAsync(string start, string decision)
    {
        using var page = await Browser.GetAsync(start, Cancellation);
        using var end = await DecideAsync(page, decision);
        return end.RequestMessage!.RequestUri!.AbsoluteUri;
    }
}
