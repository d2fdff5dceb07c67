using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.Emulator;

namespace Pitchly.AspNetCore.Tests.SignIn;

/// <summary>Tests signing in to a server App, with an HTTP client that handles cookies as a browser does.</summary>
public sealed class SignInTests
{
    private const string Person = "psnP0000000000000000 Person 0 person0@example.com emulator org00000000000000000";

    private const string TokenPath = "/api/oauth/token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Installation_is_kept_after_sign_in_and_sign_out()
    {
        await using var app = await ServerApp.StartAsync();
        Assert.Equal("nobody", await app.BrowseAsync("/"));

        Assert.Equal(Person, await app.BrowseAsync("/signin"));
        Assert.Equal(Person, await app.BrowseAsync("/"));
        var installations = app.Services.GetRequiredService<IPitchlyInstallations>();
        Assert.NotNull(await installations.GetAccessTokenAsync(app.Platform.Installations[0], Cancellation));

        Assert.Equal("nobody", await app.BrowseAsync("/signout"));
    }

    [Fact]
    public async Task Installation_is_stored_with_its_database()
    {
        await using var app = await ServerApp.StartAsync();
        Assert.EndsWith(" org00000000000000000 db0", await app.BrowseAsync("/signin?database=db0"), StringComparison.Ordinal);

        var kept = await app.Services.GetRequiredService<IPitchlyInstallations>().ListAsync(Cancellation).SingleAsync(Cancellation);
        Assert.Equal(new DatabaseId("db0"), kept.Installation.DatabaseId);
    }

    [Fact]
    public async Task The_browser_sends_challenge_state_and_redirect_URI()
    {
        await using var app = await ServerApp.StartAsync();
        using var http = new LongTimeoutHttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(new Uri(app.Address, "/signin"), Cancellation);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);

        Assert.Equal(
            ["client_id", "code_challenge", "code_challenge_method", "redirect_uri", "response_type", "state"],
            query.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(new Uri(app.Address, "/signin-pitchly").AbsoluteUri, query["redirect_uri"]);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.Contains("Correlation", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_redirects_to_the_Apps_page_with_a_typed_error()
    {
        await using var app = await ServerApp.StartAsync(UserConsent.Deny);

        Assert.Equal("failed: access_denied", await app.BrowseAsync("/signin"));
        Assert.Equal("nobody", await app.BrowseAsync("/"));
    }

    [Theory]
    [InlineData(FaultKind.Status, 503, "http-503")]
    [InlineData(FaultKind.Status, 429, "http-429")]
    [InlineData(FaultKind.InvalidResponse, 200, "unexpected-response")]
    [InlineData(FaultKind.TruncatedResponse, 200, "could-not-connect")]
    [InlineData(FaultKind.Drop, 200, "could-not-connect")]
    public async Task Each_failure_of_the_token_endpoint_is_a_typed_error(FaultKind kind, int status, string name)
    {
        await using var app = await ServerApp.StartAsync();
        app.Platform.Emulator.Faults.Inject(new Fault(TokenPath, kind) { Status = status });

        Assert.Equal($"failed: {name}", await app.BrowseAsync("/signin"));
    }

    [Fact]
    public async Task A_failure_of_the_identity_query_is_a_typed_error()
    {
        await using var app = await ServerApp.StartAsync();
        app.Platform.Emulator.Faults.Inject(new Fault("/graphql", FaultKind.Status) { Status = 500, Times = 5 });

        Assert.Equal("failed: http-500", await app.BrowseAsync("/signin"));
    }

    [Fact]
    public async Task A_wrong_secret_is_a_typed_error_until_it_is_corrected()
    {
        IConfigurationRoot? root = null;
        var right = "";
        await using var app = await ServerApp.StartAsync(settings: settings =>
        {
            right = settings["Pitchly:AppSecret"]!;
            settings["Pitchly:AppSecret"] = right + "x";
            root = (IConfigurationRoot)settings;
        });
        Assert.Equal("failed: invalid_client", await app.BrowseAsync("/signin"));

        root!["Pitchly:AppSecret"] = right;
        root.Reload();

        Assert.StartsWith("psnP", await app.BrowseAsync("/signin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsolicited_redirect_does_not_sign_in()
    {
        await using var app = await ServerApp.StartAsync();

        Assert.Equal("failed: sign-in-interrupted", await app.BrowseAsync("/signin-pitchly?code=1&state=2"));
    }

    [Fact]
    public async Task Unknown_failure_code_shows_no_text()
    {
        await using var app = await ServerApp.StartAsync();

        Assert.Equal("failed: ", await app.BrowseAsync("/signin-failed?failure=" + WebUtility.UrlEncode("call 555-0100")));
    }
}
