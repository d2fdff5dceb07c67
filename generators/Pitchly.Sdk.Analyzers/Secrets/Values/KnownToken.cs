using System.Text.RegularExpressions;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// Finds secrets of others by a shape that their vendors made sure: a prefix, a length and an alphabet. The sources stand in the table of
/// docs/secrets.md; how random a text looks is never asked, but a row of one letter is a placeholder.
/// </summary>
internal static class KnownToken
{
    /// <summary>No shorter text holds one.</summary>
    public const int ShortestLength = 26;

    private static readonly (string Prefix, Regex Shape, string Description)[] All =
    [
        Of("ghp_", "[A-Za-z0-9]{36}", "a GitHub personal access token"),
        Of("gho_", "[A-Za-z0-9]{36}", "a GitHub OAuth token"),
        Of("ghu_", "[A-Za-z0-9]{36}", "a GitHub user token"),
        Of("ghs_", "[A-Za-z0-9]{36}", "a GitHub server token"),
        Of("ghr_", "[A-Za-z0-9]{36}", "a GitHub refresh token"),
        Of("github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}", "a GitHub fine-grained token"),
        Of("glpat-", "[A-Za-z0-9_-]{20}", "a GitLab personal access token"),
        Of("xoxb-", "[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9]{24}", "a Slack bot token"),
        Of("xoxp-", "[0-9]{10,13}-[0-9]{10,13}-[0-9]{10,13}-[a-f0-9]{32}", "a Slack user token"),
        Of("sk_live_", "[A-Za-z0-9]{24,}", "a Stripe secret key"),
        Of("rk_live_", "[A-Za-z0-9]{24,}", "a Stripe restricted key"),
        Of("sk-ant-", "[A-Za-z0-9_-]{80,}", "an Anthropic API key"),
        Of("sk-proj-", "[A-Za-z0-9_-]{40,}", "an OpenAI API key"),
        Of("AIza", "[A-Za-z0-9_-]{35}", "a Google API key"),
        Of("GOCSPX-", "[A-Za-z0-9_-]{28}", "a Google OAuth client secret"),
        Of("SG.", @"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}", "a SendGrid API key"),
        Of("npm_", "[A-Za-z0-9]{36}", "an npm access token"),
        Of("pypi-AgEIcHlwaS5vcmc", "[A-Za-z0-9_-]{50,}", "a PyPI token"),
        Of("dop_v1_", "[a-f0-9]{64}", "a DigitalOcean token"),
        Of("shpat_", "[a-fA-F0-9]{32}", "a Shopify access token"),
        Of("shpss_", "[a-fA-F0-9]{32}", "a Shopify shared secret"),
        Of("hf_", "[A-Za-z]{34}", "a Hugging Face token"),
        Of("oy2", "[a-z0-9]{43}", "a NuGet API key"),
        Of("dckr_pat_", "[A-Za-z0-9_-]{27}", "a Docker access token"),
        Of("hvs.", "[A-Za-z0-9_-]{24,}", "a Vault service token"),
        Of("-----BEGIN ", @"(RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----[\s\\rn]*[A-Za-z0-9+/=\s\\rn]{40,}", "a private key in PEM"),
    ];

    /// <summary>The first such secret from a position on; a length of 0 if there is none.</summary>
    public static (int Start, int Length, string Description) Find(string text, int from = 0)
    {
        foreach (var (prefix, shape, description) in text.Length - from < ShortestLength ? [] : All)
        {
            for (var at = text.IndexOf(prefix, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(prefix, at + 1,
                StringComparison.Ordinal))
            {
                var isStart = at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('_' or '-');
                if (isStart && shape.Match(text, at) is { Success: true } match && match.Index == at && IsMixed(match.Value, prefix))
                {
                    return (at, match.Length, description);
                }
            }
        }

        return (0, 0, "");
    }

    private static bool IsMixed(string value, string prefix) => value.Skip(prefix.Length).Distinct().Count() > 4;

    private static (string Prefix, Regex Shape, string Description) Of(string prefix, string body, string description) =>
        (prefix, new Regex(@"\G" + Regex.Escape(prefix) + body + "(?![A-Za-z0-9])", RegexOptions.CultureInvariant),
            $"{description}, by its shape");
}
