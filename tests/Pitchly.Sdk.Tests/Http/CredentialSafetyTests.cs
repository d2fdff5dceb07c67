using Crm.V1;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.Data;
using Pitchly.Http;
using Pitchly.OAuth;
using Places;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests that a credential is sent only to the server that it belongs to, and not over plain http.</summary>
public sealed class CredentialSafetyTests : IAsyncLifetime
{
    private static readonly ClientCredentialsGrant Grant =
        new() { AppId = new("app1"), AppSecret = new("hush"), OrganizationId = new("org") };

    private LoopbackServer _server = null!;
    private LoopbackServer _thief = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_server, _thief) = (await LoopbackServer.StartAsync(), await LoopbackServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _thief.DisposeAsync();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_registered_client_follows_no_redirect(int status)
    {
        RedirectToThief(status);
        await using var services =
            new ServiceCollection().AddPitchlyOAuthClient((_, http) => http.BaseAddress = _server.Origin).Services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<PitchlyException>(
            () => services.GetRequiredService<PitchlyOAuthClient>().RequestAppTokenAsync(Grant, Cancellation).AsTask());

        Assert.Equal((PitchlyErrorNames.Redirected, status), (error.Error.Name, error.Error.Code));
        Assert.Contains($"a redirect to {_thief.Origin.GetLeftPart(UriPartial.Authority)}", error.Message, StringComparison.Ordinal);
        Assert.False(error.Error.IsTransient);
        Assert.Equal(0, _thief.Requests);
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Handler_that_follows_redirects_sends_no_secret(int status)
    {
        RedirectToThief(status);

        var error = await Assert.ThrowsAsync<PitchlyException>(() => new PitchlyOAuthClient(_server.Client())
            .RequestAppTokenAsync(Grant, Cancellation)
            .AsTask());

        Assert.Equal(PitchlyErrorNames.Redirected, error.Error.Name);
        Assert.Contains($"a redirect to {_thief.Origin.GetLeftPart(UriPartial.Authority)}", error.Message, StringComparison.Ordinal);
        Assert.Null(_thief.Body);
        Assert.Contains("hush", _server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_of_another_server_is_not_read()
    {
        RedirectToThief(303);
        _thief.ResponseText = """{"access_token":"stolen"}""";

        var error = await Assert.ThrowsAsync<PitchlyException>(() => new PitchlyOAuthClient(_server.Client())
            .RequestAppTokenAsync(Grant, Cancellation)
            .AsTask());

        Assert.Equal(PitchlyErrorNames.Redirected, error.Error.Name);
        Assert.Contains(
            $"The response came from {_thief.Origin.GetLeftPart(UriPartial.Authority)}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("x")]
    public void A_path_to_another_host_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => new PitchlyEndpoint("x", HttpMethod.Get, path, isIdempotent: true));

    [Fact]
    public async Task A_secret_is_not_sent_over_plain_http()
    {
        using var http = new HttpClient(new Refusing()) { BaseAddress = new Uri("http://crm.example") };
        var body = new Envelope { Login = new Login { Secret = new PitchlySecret("hush") } };

        var oauth = await Assert.ThrowsAsync<PitchlyException>(() => new PitchlyOAuthClient(http)
            .RequestAppTokenAsync(Grant, Cancellation)
            .AsTask());
        var nested = await Assert.ThrowsAsync<PitchlyException>(() => new PlacesClient(http).SignInAsync(body, Cancellation).AsTask());
        var token = await Assert.ThrowsAsync<PitchlyException>(() => new PitchlyDataClient(http, new NoToken())
            .GetRowsAsync(new DatabaseId("d"), cancellationToken: Cancellation)
            .AsTask());

        Assert.All([oauth, nested, token], error => Assert.Equal(PitchlyErrorNames.InsecureAddress, error.Error.Name));
        Assert.All(
            [oauth, nested, token],
            error => Assert.Contains(nameof(PitchlyHttpOptions.AllowCredentialsOverHttp), error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_http_can_be_allowed_by_an_option()
    {
        using var http = new HttpClient(new Refusing()) { BaseAddress = new Uri("http://crm.example") };
        var client = new PitchlyOAuthClient(http, new PitchlyHttpOptions { AllowCredentialsOverHttp = true });

        var error = await Assert.ThrowsAsync<PitchlyException>(() => client.RequestAppTokenAsync(Grant, Cancellation).AsTask());

        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
    }

    [Fact]
    public async Task Call_without_a_credential_may_use_plain_http()
    {
        using var http = new HttpClient(new Refusing()) { BaseAddress = new Uri("http://crm.example") };

        var error = await Assert.ThrowsAsync<PitchlyException>(() => new PlacesClient(http).InQueryAsync("q", Cancellation).AsTask());

        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
    }

    [Fact]
    public async Task Clients_with_the_same_name_have_separate_addresses()
    {
        await using var services = new ServiceCollection()
            .AddCrmV1CrmClient((_, http) => http.BaseAddress = _server.Origin).Services
            .AddCrmV2CrmClient((_, http) =>
            {
                http.BaseAddress = _thief.Origin;
                http.DefaultRequestHeaders.Add("X-Key", "v2");
            }).Services
            .BuildServiceProvider();

        await services.GetRequiredService<CrmClient>().PingAsync(Cancellation);

        Assert.Equal((1, 0), (_server.Requests, _thief.Requests));
        Assert.False(_server.Headers!.ContainsKey("X-Key"));
    }

    [Fact]
    public async Task A_client_has_options_by_its_name()
    {
        var builder =
            new ServiceCollection().AddPitchlyHttpClient<PitchlyOAuthClient>((_, http) => http.BaseAddress = new Uri("http://crm.example"));
        builder.ConfigurePrimaryHttpMessageHandler(() => new Refusing());
        builder.Services.Configure<PitchlyHttpOptions>(builder.Name, options => options.AllowCredentialsOverHttp = true);
        await using var services = builder.Services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<PitchlyException>(
            () => services.GetRequiredService<PitchlyOAuthClient>().RequestAppTokenAsync(Grant, Cancellation).AsTask());

        Assert.Equal("Pitchly.OAuth.PitchlyOAuthClient", builder.Name);
        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
    }

    [Theory]
    [InlineData("token\r\nX-Evil: 1")]
    [InlineData("tok en")]
    [InlineData("tok\u00e9n")]
    public async Task Token_with_invalid_header_characters_is_refused(string token)
    {
        var client = new Kitchen.Sink.MenuClient(_server.Client(), new OneToken(token));

        var error =
            await Assert.ThrowsAsync<PitchlyException>(() => client.ListAsync(1, default, cancellationToken: Cancellation).AsTask());

        Assert.Equal(PitchlyErrorNames.InvalidToken, error.Error.Name);
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task OAuth_error_with_a_success_status_is_an_error()
    {
        _server.ResponseText = """{"error":"invalid_client","error_description":"No such client."}""";

        var error = await Assert.ThrowsAsync<PitchlyHttpException<OAuthError>>(() => new PitchlyOAuthClient(_server.Client())
            .RequestAppTokenAsync(Grant, Cancellation)
            .AsTask());

        Assert.Equal(new PitchlyError("invalid_client", "No such client.", 200), error.Error);
        Assert.False(error.Error.IsTransient);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("3600.0")]
    [InlineData("\"3600\"")]
    public async Task Token_lifetime_is_read_from_a_number_or_a_string(string seconds)
    {
        _server.ResponseText = $$"""{"access_token":"t","expires_in":{{seconds}}}""";

        Assert.Equal(3600, (await new PitchlyOAuthClient(_server.Client()).RequestAppTokenAsync(Grant, Cancellation)).ExpiresIn);
    }

    private void RedirectToThief(int status)
    {
        _server.Status = status;
        _server.ResponseHeaders["Location"] = new Uri(_thief.Origin, "/steal").AbsoluteUri;
    }

    private sealed class Refusing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("Nothing is sent in this test.");
    }

    private sealed class NoToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("No token is wanted.");
    }

    private sealed class OneToken(string token) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(new PitchlySecret(token), DateTimeOffset.MaxValue));
    }
}
