using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests the authorization and token endpoints (RFC 6749 and RFC 7636).</summary>
public sealed partial class OAuthTests : EmulatorFixture
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /// <summary>The code challenge of RFC 7636, appendix B.</summary>
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Fact]
    public async Task A_code_is_redeemed_once()
    {
        var code = await CodeAsync(("redirect_uri", RedirectUri));
        var (status, tokens) = await RedeemAsync(code);
        Assert.Equal(200, status);
        Assert.Matches("^plyu_[A-Za-z0-9_-]{43}$", tokens.GetProperty("access_token").GetString());
        Assert.Equal(3600, tokens.GetProperty("expires_in").GetInt32());
        Assert.Equal("Bearer", tokens.GetProperty("token_type").GetString());
        Assert.NotEmpty(tokens.GetProperty("refresh_token").GetString()!);

        Assert.Equal("invalid_grant", await ErrorAsync(RedeemAsync(code)));
        Assert.Equal("not-authorized", await ReadErrorAsync(tokens.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task State_is_returned_with_the_code()
    {
        using var answer = await AuthorizeAsync(("state", "s t"), ("redirect_uri", RedirectUri));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("s t", QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["state"]);
    }

    [Theory]
    [InlineData("S256", Challenge, Verifier, true)]
    [InlineData("S256", Challenge, "wrong", false)]
    [InlineData("S256", Challenge, "", false)]
    [InlineData(null, Verifier, Verifier, true)]
    [InlineData(null, Verifier, Challenge, false)]
    [InlineData("plain", Verifier, Verifier, true)]
    public async Task PKCE_is_checked_and_an_absent_method_means_plain(string? method, string challenge, string verifier, bool isGood)
    {
        var code = await CodeAsync(("redirect_uri", RedirectUri), ("code_challenge", challenge), ("code_challenge_method", method ?? ""));
        var (status, _) = await RedeemAsync(code, ("code_verifier", verifier));
        Assert.Equal(isGood ? 200 : 400, status);
    }

    [Fact]
    public void Code_challenge_matches_the_RFC_example() =>
        Assert.Equal(Challenge, WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))));

    [Fact]
    public async Task A_code_lives_for_a_minute()
    {
        var code = await CodeAsync(("redirect_uri", RedirectUri));
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("invalid_grant", await ErrorAsync(RedeemAsync(code)));
    }

    [Fact]
    public async Task Missing_redirect_uri_defaults_to_the_first_one()
    {
        using var answer = await AuthorizeAsync();
        Assert.StartsWith(RedirectUri + "?code=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect_uri", "https://app.example/callback/")]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("client_id", "appWrong")]
    public async Task Invalid_client_or_redirect_uri_is_not_redirected(string name, string value)
    {
        using var answer = await AuthorizeAsync((name, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Redirect_uri_must_match_when_the_code_is_redeemed()
    {
        var code = await CodeAsync(("redirect_uri", "https://app.example/other"));
        Assert.Equal("invalid_grant", await ErrorAsync(RedeemAsync(code)));
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge_method", "S512", "invalid_request")]
    [InlineData("code_challenge_method", "S256", "invalid_request")]
    [InlineData("code_challenge", "too-short", "invalid_request")]
    [InlineData("code_challenge", "a letter that is no unreserved one, and 43 long", "invalid_request")]
    public async Task Other_errors_are_sent_to_the_redirect_uri(string name, string value, string error)
    {
        using var answer = await AuthorizeAsync((name, value), ("redirect_uri", RedirectUri));
        var told = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal(error, told["error"]);
        Assert.NotEqual("", told["error_description"].ToString());
    }

    [Theory]
    [InlineData("Basic", false, 200)]
    [InlineData("basic", false, 200)]
    [InlineData("Basic", true, 400)]
    [InlineData("Bearer", false, 401)]
    public async Task Basic_authentication_is_accepted_but_not_twice(string scheme, bool alsoInBody, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/oauth/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["organization_id"] = Emulator.User.OrganizationId,
                [alsoInBody ? "client_secret" : "x"] = Secret,
            }),
        };
        var credentials = Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(Emulator.AppId)}:{Uri.EscapeDataString(Secret)}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {credentials}");

        using var answer = await Http.SendAsync(request, Cancellation);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected == 401, answer.Headers.WwwAuthenticate.Count > 0);
    }

    [Fact]
    public async Task Metadata_lists_existing_endpoints()
    {
        var metadata = System.Text.Json.JsonDocument.Parse(
            await Http.GetStringAsync("/.well-known/oauth-authorization-server", Cancellation)).RootElement;

        Assert.Equal(Emulator.Origin.GetLeftPart(UriPartial.Authority), metadata.GetProperty("issuer").GetString());
        foreach (var endpoint in (string[])["token_endpoint", "revocation_endpoint"])
        {
            using var answer = await Http.PostAsync(metadata.GetProperty(endpoint).GetString(), null, Cancellation);
            Assert.Equal(400, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("client_credentials", "client_secret", "wrong", 401, "invalid_client")]
    [InlineData("client_credentials", "client_id", "appWrong", 401, "invalid_client")]
    [InlineData("client_credentials", "organization_id", "wrong", 400, "invalid_request")]
    [InlineData("password", "x", "y", 400, "unsupported_grant_type")]
    [InlineData("", "x", "y", 400, "invalid_request")]
    [InlineData("authorization_code", "x", "y", 400, "invalid_request")]
    [InlineData("refresh_token", "refresh_token", "wrong", 400, "invalid_grant")]
    public async Task Bad_requests_return_the_errors_of_the_RFC(string grant, string name, string value, int status, string error)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = grant,
            ["client_id"] = Emulator.AppId,
            ["client_secret"] = Secret,
            [name] = value
        };
        var (found, answer) = await TokenAsync([.. fields.Select(field => (field.Key, field.Value))]);
        Assert.Equal((status, error), (found, answer.GetProperty("error").GetString()));
        Assert.DoesNotContain(Secret, answer.GetRawText(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AuthorizeAsync(params (string Name, string Value)[] query)
    {
        var all = new Dictionary<string, string?> { ["response_type"] = "code", ["client_id"] = Emulator.AppId };
        foreach (var (name, value) in query.Where(pair => pair.Value.Length > 0))
        {
            all[name] = value;
        }

        return Http.GetAsync(QueryHelpers.AddQueryString("/oauth/authorize", all), Cancellation);
    }

    private async Task<string> CodeAsync(params (string Name, string Value)[] query)
    {
        using var answer = await AuthorizeAsync(query);
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
    }

    private Task<(int Status, System.Text.Json.JsonElement Answer)> RedeemAsync(string code, params (string Name, string Value)[] more) =>
        TokenAsync(
        [("grant_type", "authorization_code"), ("client_id", Emulator.AppId), ("client_secret", Secret), ("code", code),
            ("redirect_uri", RedirectUri), .. more]);

    private Task<(int Status, System.Text.Json.JsonElement Answer)> RefreshAsync(string token) => TokenAsync(
        ("grant_type", "refresh_token"), ("client_id", Emulator.AppId), ("client_secret", Secret), ("refresh_token", token));

    private async Task<int> RevokeAsync(string token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = Emulator.AppId,
            ["client_secret"] = Secret,
            ["token"] = token,
        });
        using var answer = await Http.PostAsync("/api/oauth/revoke", form, Cancellation);
        return (int)answer.StatusCode;
    }

    private static async Task<string?> ErrorAsync(Task<(int Status, System.Text.Json.JsonElement Answer)> call)
    {
        var (status, answer) = await call;
        Assert.Equal(400, status);
        return answer.GetProperty("error").GetString();
    }

    private async Task<string?> ReadErrorAsync(string token)
    {
        var answer = await GraphQLAsync(
            "query($t: String!, $d: ID!) { dataCount(accessToken: $t, databaseId: $d) }", new { t = token, d = Emulator.User.DatabaseId });
        return answer.TryGetProperty("errors", out _) ? Failure(answer).Error : null;
    }

    private async Task<string> DeleteErrorAsync(string token) => Failure(await GraphQLAsync(
        "mutation($t: String!, $d: ID!) { deleteRow(accessToken: $t, databaseId: $d, rowId: \"none\") }", new
        {
            t = token,
            d = Emulator.User.DatabaseId
        })).Error;
}
