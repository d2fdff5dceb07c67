using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Tests;

/// <summary>
/// Tests the shapes of other vendors' secrets, and the text that no operation covers. The tokens are built from pieces here, so that no
/// scanner reports the tests as a leak.
/// </summary>
public sealed class KnownTokenTests
{
    private const string Mixed = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kLmN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kLm";

    private const string Hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    public static TheoryData<string, string> Tokens => new()
    {
        { "ghp_" + WithChecksum(Mixed[..30]), "a GitHub personal access token" },
        { "ghs_" + WithChecksum(Mixed[4..34]), "a GitHub server token" },
        { "github_pat_" + Mixed[..22] + "_" + Mixed[..59], "a GitHub fine-grained token" },
        { "glpat-" + Mixed[..20], "a GitLab personal access token" },
        { "xoxb-1234567890-9876543210-" + Mixed[..24], "a Slack bot token" },
        { "sk_live_" + Mixed[..24], "a Stripe secret key" },
        { "sk-proj-" + Mixed[..48], "an OpenAI API key" },
        { "sk-ant-" + Mixed + Mixed, "an Anthropic API key" },
        { "AIza" + Mixed[..35], "a Google API key" },
        { "GOCSPX-" + Mixed[..28], "a Google OAuth client secret" },
        { "SG." + Mixed[..22] + "." + Mixed[..43], "a SendGrid API key" },
        { "npm_" + WithChecksum(Mixed[8..38]), "an npm access token" },
        { "glpat-" + Mixed[..27] + ".0" + Mixed[..8].ToLowerInvariant(), "a GitLab personal access token" },
        { "xapp-1-A0123456789-1234567890123-" + Hex[..64], "a Slack app token" },
        { "https://hooks.slack.com/services/T01234567/B0123456789/" + Mixed[..24], "a Slack webhook" },
        { "whsec_" + Mixed[..32], "a Stripe webhook secret" },
        { "rubygems_" + Hex[..48], "a RubyGems API key" },
        { "PMAK-" + Hex[..24] + "-" + Hex[..34], "a Postman API key" },
        { "dapi" + Hex[..32], "a Databricks token" },
        { "glsa_" + Mixed[..32] + "_" + Hex[..8], "a Grafana service account token" },
        { "lin_api_" + Mixed[..40], "a Linear API key" },
        { "pscale_tkn_" + Mixed[..43], "a PlanetScale token" },
        { "sq0csp-" + Mixed[..43], "a Square application secret" },
        { "sntryu_" + Hex[..64], "a Sentry user token" },
        { "sb_secret_" + Mixed[..22] + "_" + Mixed[..8], "a Supabase secret key" },
        { "NRAK-" + Mixed[..27].ToUpperInvariant(), "a New Relic user key" },
        { Mixed[..76] + "+ASt" + Mixed[..5] + "A==", "a key of Azure Storage" },
        { Mixed[..76] + "ACDb" + Mixed[..5] + "Q==", "a key of Azure Cosmos DB" },
        { Mixed[..76] + "AZDO" + Mixed[..4], "an Azure DevOps token" },
        { "aB38Q~" + Mixed[..34], "a client secret of Microsoft Entra" },
        { "oy2" + Mixed[..43].ToLowerInvariant(), "a NuGet API key" },
        { "dckr_pat_" + Mixed[..27], "a Docker access token" },
        { "hvs." + Mixed[..24], "a Vault service token" },
        { "-----BEGIN PRIVATE KEY-----\n" + Mixed + "\n-----END PRIVATE KEY-----", "a private key in PEM" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Known_token_is_recognized_by_its_format(string token, string description)
    {
        Assert.StartsWith(description, KnownToken.Find($"x = '{token}';").Description, StringComparison.Ordinal);
        Assert.Equal(0, KnownToken.Find(token[..(token.Length / 3)]).Length);
    }

    /// <summary>Verifies a published example of the format: thirty characters and their six-character checksum.</summary>
    [Fact]
    public void Checksum_is_computed_as_the_vendor_does()
    {
        Assert.Equal("0mLq17", Checksum.Of("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ"));
        Assert.Equal(0, KnownToken.Find("ghp_" + Mixed[..36]).Length);
        Assert.Equal(0, KnownToken.Find("npm_" + WithChecksum(Mixed[8..38])[..35] + "_").Length);
    }

    [Theory]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("AIzaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kLm")]
    [InlineData("the prefix ghp_ begins a token of GitHub")]
    public void Known_prefix_alone_is_not_a_token(string text) => Assert.Equal(0, KnownToken.Find(text).Length);

    [Fact]
    public async Task Known_token_is_reported_anywhere()
    {
        var found = await AnalyzeAsync($"class C {{ string Note = \"{"ghp_" + WithChecksum(Mixed[..30])}\"; string Sum = \"ghp_\" + "
            + $"\"{WithChecksum(Mixed[..30])}\"; }}", "Program.cs");

        Assert.Equal(["PITCHLY3001", "PITCHLY3001"], found.Select(one => one.Id));
    }

    [Fact]
    public async Task Comments_and_generated_files_are_checked_for_tokens()
    {
        const string Shape = "plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6";

        Assert.Equal("PITCHLY3002", Assert.Single(await AnalyzeAsync($"// the old one was {Shape}\nclass C;", "Program.cs")).Id);
        Assert.Equal("PITCHLY3002", Assert.Single(await AnalyzeAsync($"class C {{ string S = \"{Shape}\"; }}", "Settings.g.cs")).Id);
        Assert.Equal("PITCHLY3001", Assert.Single(await AnalyzeAsync(
            $"// <auto-generated/>\nclass C {{ string S = \"{"ghp_" + WithChecksum(Mixed[..30])}\"; }}", "Settings.cs")).Id);
        Assert.Equal(
            "PITCHLY3001", Assert.Single(await AnalyzeAsync("class C { const string AppSecret = \"w3TnYb5Hq7Rz\"; }", "Settings.g.cs")).Id);
        Assert.Equal(
            "PITCHLY3003",
            Assert.Single(await AnalyzeAsync("class C { const string AccessToken = \"w3TnYb5Hq7Rz\"; }", "Settings.g.cs")).Id);
        Assert.Empty(await AnalyzeAsync(
            "class C { string AppSecret = \"swordfish\"; string Password = \"PasswordBoxStyle2\"; }", "Settings.g.cs"));
        Assert.Equal("PITCHLY3002", Assert.Single(await AnalyzeAsync($"class C {{ string S = \"{Shape}\"; }}", "Program.cs")).Id);
    }

    private static string WithChecksum(string body) => body + Checksum.Of(body);

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string source, string path) =>
        await Harness.AnalyzeAsync(Harness.Compile(Harness.Parse(source, path)), cancellationToken: TestContext.Current.CancellationToken);
}
