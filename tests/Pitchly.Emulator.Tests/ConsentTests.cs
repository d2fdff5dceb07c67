using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests the page on which a person signs in and approves or denies an App.</summary>
public sealed partial class ConsentTests : EmulatorFixture
{
    private const string Query = "/oauth/authorize?response_type=code&state=s%20t&scope=records%3Aupdate&client_id=";

    private string Address => Query + Emulator.AppId;

    [Fact]
    public async Task Approval_is_remembered()
    {
        var page = await Http.GetStringAsync(Address, Cancellation);
        Assert.Contains("Your App wants to", page, StringComparison.Ordinal);

        var answer = await DecideAsync("approve");
        Assert.Equal("s t", answer["state"]);
        Assert.NotEmpty(answer["code"].ToString());

        using var again = await Http.GetAsync(Address, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        using var asked = await Http.GetAsync(Address + "&prompt=consent", Cancellation);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    [Fact]
    public async Task Denial_is_reported_to_the_App()
    {
        var answer = await DecideAsync("deny");

        Assert.Equal(("access_denied", "s t"), (answer["error"].ToString(), answer["state"].ToString()));
        Assert.NotEmpty(answer["error_description"].ToString());
    }

    [Fact]
    public async Task Selected_person_is_signed_in()
    {
        var page = await Http.GetStringAsync(Address, Cancellation);
        var other = Persons().Matches(page).Select(match => match.Groups[1].Value).Single(id => id != Emulator.User.UserId);

        await DecideAsync("approve", other);

        Assert.Equal(other, Emulator.User.UserId);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData(null)]
    public async Task Decision_from_another_origin_is_forbidden(string? origin)
    {
        using var request = Decision("approve", Emulator.User.UserId, origin);
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_can_not_be_framed_and_runs_no_script()
    {
        using var answer = await Http.GetAsync(Address, Cancellation);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_name_is_HTML_encoded()
    {
        var page = await Http.GetStringAsync(Query + "appHtml", Cancellation);

        Assert.Contains("&lt;b&gt;Bold", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_installation_revokes_its_tokens()
    {
        var code = (await DecideAsync("approve"))["code"].ToString();
        var tokens = (await RedeemAsync(code)).Answer;
        var access = tokens.GetProperty("access_token").GetString()!;

        using (var removed = await Http.PostAsync("/emulator/installation", new StringContent("""{"revoke":true}"""), Cancellation))
        {
            Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        }

        Assert.Equal(
            "not-authorized", Failure(await GraphQLAsync("query($t: String!, $d: ID!) { dataCount(accessToken: $t, databaseId: $d) }",
                new { t = access, d = Emulator.User.DatabaseId })).Error);
        var (status, answer) = await TokenAsync(
            ("grant_type", "refresh_token"), ("client_id", Emulator.AppId), ("client_secret", Secret),
            ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
        Assert.Equal((400, "invalid_grant"), (status, answer.GetProperty("error").GetString()));
        Assert.Equal("invalid_request", (await AppTokenAsync()).GetProperty("error").GetString());

        Assert.Equal(200, (await RedeemAsync((await DecideAsync("approve"))["code"].ToString())).Status);
        Assert.True((await AppTokenAsync()).TryGetProperty("access_token", out _));
    }

    protected override EmulatorOptions Options() => new()
    {
        TimeProvider = Time,
        Consent = UserConsent.Ask,
        Platform = new PlatformOptions
        {
            Organizations =
            [
                new OrganizationOptions
                {
                    Name = "O",
                    People = [new PersonOptions { Name = "One" }, new PersonOptions { Name = "Two" }],
                    Databases = [new DatabaseOptions { Name = "D", Fields = [new FieldOptions { Name = "N" }] }],
                },
            ],
            Apps =
            [
                new AppOptions { Name = "Your App", RedirectUris = [new Uri(RedirectUri)] },
                new AppOptions { Id = "appHtml", Name = "<b>Bold", RedirectUris = [new Uri(RedirectUri)] },
            ],
        },
    };

    private Task<(int Status, JsonElement Answer)> RedeemAsync(string code) =>
        TokenAsync(("grant_type", "authorization_code"), ("client_id", Emulator.AppId), ("client_secret", Secret), ("code", code));

    private async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> DecideAsync(string decision, string? person = null)
    {
        using var request = Decision(decision, person ?? Emulator.User.UserId, Emulator.Origin.GetLeftPart(UriPartial.Authority));
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(RedirectUri, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(answer.Headers.Location.Query);
    }

    private HttpRequestMessage Decision(string decision, string person, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["person"] = person, ["decision"] = decision }),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return request;
    }

    [GeneratedRegex("<option value=\"([^\"]+)\"")]
    private static partial Regex Persons();
}
