using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests unknown scopes, scopes that an App can't have, and a token endpoint that refuses Basic authentication.</summary>
public sealed class ScopeTests : EmulatorFixture
{
    [Theory]
    [InlineData("records:update", 200, null)]
    [InlineData("", 200, null)]
    [InlineData("records:update workspace_members:read", 400, "does not have permission for the scope 'workspace_members:read'")]
    [InlineData("records:updat", 400, "'records:updat' is unknown")]
    [InlineData("openid", 400, "'openid' is unknown")]
    public async Task Token_request_accepts_only_known_scopes(string scope, int status, string? says)
    {
        var (found, answer) = await TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", "app"), ("client_secret", Secret), (
                "organization_id", Emulator.User.OrganizationId), ("scope", scope));

        Assert.Equal(status, found);
        if (says is not null)
        {
            Assert.Equal("invalid_scope", answer.GetProperty("error").GetString());
            Assert.Contains(says, answer.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unknown_scope_is_reported_to_the_redirect_uri()
    {
        using var answer = await Http.GetAsync("/oauth/authorize?response_type=code&client_id=app&scope=nonsense&state=1", Cancellation);

        var told = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal(("invalid_scope", "1"), (told["error"].ToString(), told["state"].ToString()));
    }

    [Fact]
    public async Task Missing_scope_defaults_to_all_scopes_of_the_App()
    {
        var (_, answer) = await TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", "app"), ("client_secret", Secret), (
                "organization_id", "org" + Emulator.User.OrganizationId));
        Assert.Equal("records:update", answer.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Basic_authentication_is_refused_with_a_clear_message()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/oauth/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string,
                string>
            { ["grant_type"] = "client_credentials", ["organization_id"] = Emulator.User.OrganizationId }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"app:{Secret}")));

        using var answer = await Http.SendAsync(request, Cancellation);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
        Assert.Contains("reject Basic", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret_basic", await Http.GetStringAsync("/.well-known/oauth-authorization-server", Cancellation),
            StringComparison.Ordinal);
    }

    protected override EmulatorOptions Options() => new()
    {
        TimeProvider = Time,
        AllowBasicAuthentication = false,
        Platform = new PlatformOptions
        {
            Organizations = [new OrganizationOptions { Name = "O",
                Databases = [new DatabaseOptions { Name = "D", Fields = [new FieldOptions { Name = "N" }] }] }],
            Apps = [new AppOptions { Id = "app", Name = "A", RedirectUris = [new Uri(RedirectUri)],
                Permissions = [AppAction.ReadData, AppAction.UpdateData] }],
        },
    };
}
