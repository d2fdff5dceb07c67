using static Pitchly.Analyzers.Secrets.Values.TokenShape;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// Finds secrets of other vendors by an unmistakable shape: a prefix or mark, a length, an alphabet, and a checksum if one is published.
/// The table in docs/secrets.md lists the sources. The randomness of the text is not considered.
/// </summary>
internal static class KnownToken
{
    /// <summary>The minimum length of a text that can contain such a secret.</summary>
    public const int ShortestLength = 26;

    private static readonly TokenShape[] All =
    [
        Of("ghp_", "[A-Za-z0-9]{36}", "a GitHub personal access token", Checksum.Holds),
        Of("gho_", "[A-Za-z0-9]{36}", "a GitHub OAuth token", Checksum.Holds),
        Of("ghu_", "[A-Za-z0-9]{36}", "a GitHub user token", Checksum.Holds),
        Of("ghs_", "[A-Za-z0-9]{36}", "a GitHub server token", Checksum.Holds),
        Of("ghr_", "[A-Za-z0-9]{36}", "a GitHub refresh token", Checksum.Holds),
        Of("github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}", "a GitHub fine-grained token"),
        Of("npm_", "[A-Za-z0-9]{36}", "an npm access token", Checksum.Holds),
        Of("glpat-", @"([A-Za-z0-9_-]{20}|[A-Za-z0-9_-]{27,300}\.[0-9a-z]{9})", "a GitLab personal access token"),
        Of("gldt-", "[A-Za-z0-9_-]{20}", "a GitLab deploy token"),
        Of("glptt-", "[a-f0-9]{40}", "a GitLab trigger token"),
        Of("glrt-", "[A-Za-z0-9_-]{20}", "a GitLab runner token"),
        Of("xoxb-", "[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9]{24}", "a Slack bot token"),
        Of("xoxp-", "[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[a-f0-9]{32}", "a Slack user token"),
        Of("xapp-", "[0-9]-[A-Z0-9]{9,13}-[0-9]{10,14}-[a-f0-9]{64}", "a Slack app token"),
        Of("https://hooks.slack.com/services/T", "[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}", "a Slack webhook"),
        Of("sk_live_", "[A-Za-z0-9]{24,}", "a Stripe secret key"),
        Of("rk_live_", "[A-Za-z0-9]{24,}", "a Stripe restricted key"),
        Of("whsec_", "[A-Za-z0-9+/]{32,}={0,2}", "a Stripe webhook secret"),
        Of("sk-ant-", "[A-Za-z0-9_-]{80,}", "an Anthropic API key"),
        Of("sk-proj-", "[A-Za-z0-9_-]{40,}", "an OpenAI API key"),
        Of("sk-svcacct-", "[A-Za-z0-9_-]{40,}", "an OpenAI API key"),
        Of("AIza", "[A-Za-z0-9_-]{35}", "a Google API key"),
        Of("GOCSPX-", "[A-Za-z0-9_-]{28}", "a Google OAuth client secret"),
        Of("SG.", @"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}", "a SendGrid API key"),
        Of("pypi-AgEIcHlwaS5vcmc", "[A-Za-z0-9_-]{50,}", "a PyPI token"),
        Of("rubygems_", "[a-f0-9]{48}", "a RubyGems API key"),
        Of("oy2", "[a-z0-9]{43}", "a NuGet API key"),
        Of("dop_v1_", "[a-f0-9]{64}", "a DigitalOcean token"),
        Of("doo_v1_", "[a-f0-9]{64}", "a DigitalOcean OAuth token"),
        Of("dor_v1_", "[a-f0-9]{64}", "a DigitalOcean refresh token"),
        Of("shpat_", "[a-fA-F0-9]{32}", "a Shopify access token"),
        Of("shpss_", "[a-fA-F0-9]{32}", "a Shopify shared secret"),
        Of("hf_", "[A-Za-z]{34}", "a Hugging Face token"),
        Of("dckr_pat_", "[A-Za-z0-9_-]{27}", "a Docker access token"),
        Of("hvs.", "[A-Za-z0-9_-]{24,}", "a Vault service token"),
        Of("hvb.", "[A-Za-z0-9_-]{100,}", "a Vault batch token"),
        Of("PMAK-", "[a-f0-9]{24}-[a-f0-9]{34}", "a Postman API key"),
        Of("dapi", "[a-f0-9]{32}(-[0-9])?", "a Databricks token"),
        Of("glsa_", "[A-Za-z0-9]{32}_[a-f0-9]{8}", "a Grafana service account token"),
        Of("lin_api_", "[A-Za-z0-9]{40}", "a Linear API key"),
        Of("ntn_", "[A-Za-z0-9]{40,50}", "a Notion token"),
        Of("pscale_tkn_", "[A-Za-z0-9_-]{43}", "a PlanetScale token"),
        Of("pscale_pw_", "[A-Za-z0-9_-]{43}", "a PlanetScale password"),
        Of("sq0csp-", "[A-Za-z0-9_-]{43}", "a Square application secret"),
        Of("sntryu_", "[a-f0-9]{64}", "a Sentry user token"),
        Of("sb_secret_", "[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}", "a Supabase secret key"),
        Of("NRAK-", "[A-Z0-9]{27}", "a New Relic user key"),
        WithMark("[A-Za-z0-9+/]", 76, "+ASt", "[A-Za-z0-9+/]{5}[AQgw]==", "a key of Azure Storage"),
        WithMark("[A-Za-z0-9+/]", 76, "ACDb", "[A-Za-z0-9+/]{5}[AQgw]==", "a key of Azure Cosmos DB"),
        WithMark("[A-Za-z0-9]", 76, "AZDO", "[A-Za-z0-9]{4}", "an Azure DevOps token"),
        WithMark("[A-Za-z0-9_~.-]", 4, "Q~", "[A-Za-z0-9_~.-]{31,34}", "a client secret of Microsoft Entra"),
        Of("-----BEGIN ", @"(RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----[\s\\rn]*[A-Za-z0-9+/=\s\\rn]{40,}", "a private key in PEM"),
    ];

    /// <summary>The shapes with a prefix, by the first character of the prefix, so that a text is scanned only once.</summary>
    private static readonly ILookup<char, TokenShape> ByFirst = All.Where(one => one.Offset == 0).ToLookup(one => one.Mark[0]);

    private static readonly TokenShape[] Marked = [.. All.Where(one => one.Offset > 0)];

    /// <summary>Finds the first such secret at or after a position. The length is 0 if there is none.</summary>
    public static (int Start, int Length, string Description) Find(string text, int from = 0)
    {
        for (var at = from; at <= text.Length - ShortestLength; at++)
        {
            if (!IsStart(text, at))
            {
                continue;
            }

            foreach (var shape in ByFirst[text[at]])
            {
                if (shape.LengthAt(text, at) is > 0 and var length)
                {
                    return (at, length, shape.Description);
                }
            }

            foreach (var shape in Marked)
            {
                if (shape.LengthAt(text, at) is > 0 and var length)
                {
                    return (at, length, shape.Description);
                }
            }
        }

        return (0, 0, "");
    }

    private static bool IsStart(string text, int at) =>
        at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('_' or '-');
}
