using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pitchly;
using Stubs;

namespace NoSecrets;

internal static class Silent
{
    const string R = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: comes to no secret's place, or is no secret
    public const string CorrelationId = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2m"; // silent: comes to no secret's place, or is no secret
    public static readonly string BuildHash = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2n"; // silent: comes to no secret's place, or is no secret
    public static string ETag => "W/\"aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2o\""; // silent: comes to no secret's place, or is no secret
    private static readonly Dictionary<string, string> Ids = new() { ["client_id"] = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2p", ["state"] = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2q", ["nonce"] = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2r" }; // silent: comes to no secret's place, or is no secret
    public static void Headers(HttpRequestMessage m)
    {
        m.Headers.Add("X-Request-Id", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2s"); // silent: comes to no secret's place, or is no secret
        m.Headers.Add("If-None-Match", "\"aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2t\""); // silent: comes to no secret's place, or is no secret
        m.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("TOKEN")); // silent: comes to no secret's place, or is no secret
        m.Headers.Add("X-Csrf-Token", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2u"); // silent: comes to no secret's place, or is no secret
    }
    public static void Consts()
    {
        const string appSecretKey = "Pitchly:AppSecret"; // silent: comes to no secret's place, or is no secret
        const string secretSection = "Secrets"; // silent: comes to no secret's place, or is no secret
        var tokenName = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2v"; // silent: comes to no secret's place, or is no secret
        var secretId = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2w"; // silent: comes to no secret's place, or is no secret
        var apiKeyHeader = "X-Api-Key"; // silent: comes to no secret's place, or is no secret
        string accessTokenCookie = ".Pitchly.AccessToken.v2"; // silent: comes to no secret's place, or is no secret
        string secretsFile = "secrets.prod.json"; // silent: comes to no secret's place, or is no secret
        string clientSecretExpression = "client_secret basic"; // silent: comes to no secret's place, or is no secret
        Api.Show(appSecretKey + secretSection + tokenName + secretId + apiKeyHeader + accessTokenCookie + secretsFile + clientSecretExpression);
    }
    public static void Options(IConfiguration c)
    {
        var o = new PitchlyOptions { AppId = "appaB3kL9mN2pQ7rS5tU", AppSecret = c["Pitchly:AppSecret"] ?? "" }; // silent: comes to no secret's place, or is no secret
        o.AppSecret = c.GetSection("Pitchly").GetValue<string>("AppSecret")!; // silent: comes to no secret's place, or is no secret
        o.AppSecret = Environment.GetEnvironmentVariable("aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2x")!; // silent: comes to no secret's place, or is no secret
        o.AppSecret = System.IO.File.ReadAllText("/run/secrets/aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2y").Trim(); // silent: comes to no secret's place, or is no secret
        o.AppSecret = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        o.AppSecret = Guid.NewGuid().ToString("N");
        o.AppSecret = Lookup("aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL2z", c); // silent: comes to no secret's place, or is no secret
        o.AppSecret = args("--secret"); // silent: comes to no secret's place, or is no secret
        static string args(string name) => Environment.GetCommandLineArgs().SkipWhile(a => a != name).Skip(1).First();
    }
    private static string Lookup(string key, IConfiguration c) => c[key]!;
    public static void Flow(IConfiguration c)
    {
        var path = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL30"; // silent: comes to no secret's place, or is no secret
        var x = c[path];
        new PitchlyOptions().AppSecret = x!;
        var y = R;
        Api.Send(y);
        var z = c.GetConnectionString(R);
        new PitchlyOptions().AppSecret = z!;
    }
    public static void Log(ILogger l) { l.LogInformation("token {Token} was refreshed", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL31"); l.LogError("client_secret is missing from {Path}", "appsettings.json"); } // silent: comes to no secret's place, or is no secret
    public static object Claims() => new[] { new Claim("sub", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL32"), new Claim(ClaimTypes.Name, "x"), new Claim("token_type", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL33"), new Claim("token_use", "access") }; // silent: comes to no secret's place, or is no secret
    public static void Tok() { var token = JsonTokenType.String; var t2 = "identifier"; var token2 = "while"; Api.Show($"{token}{t2}{token2}"); } // silent: comes to no secret's place, or is no secret
    public static void Tok2(string token) { if (token == "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL34") Api.Show(token); } // silent: comes to no secret's place, or is no secret
    [JsonPropertyName("access_token")] public static string? A { get; set; } // silent: comes to no secret's place, or is no secret
    public static string Url(string id) => $"https://v2.pitchly.net/graphql?access_token={Uri.EscapeDataString(id)}"; // silent: comes to no secret's place, or is no secret
    public static string Url2() => "https://platform.pitchly.com/oauth/authorize?response_type=code&client_id=appaB3kL9mN2pQ7rS5tU&code_challenge=aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL35&code_challenge_method=S256&state=aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL36"; // silent: comes to no secret's place, or is no secret
    public static string Err() => "invalid_client: the client_secret is wrong or app_secret: expired"; // silent: comes to no secret's place, or is no secret
    public static string Err2() => "access_token=<expired>"; // silent: comes to no secret's place, or is no secret
    public static string Help() => "Pass --client-secret=<value> or set PITCHLY_APP_SECRET=value in the shell."; // silent: comes to no secret's place, or is no secret
    public static string Md() => "| AppSecret | required | The secret of the App |"; // silent: comes to no secret's place, or is no secret
    public static string Html() => "<label for=\"secret\">App Secret</label><input id=\"secret\" name=\"client_secret\" type=\"password\" placeholder=\"App Secret\">"; // silent: comes to no secret's place, or is no secret
    public static string Json() => """{ "client_secret": "{{secret}}", "access_token": "", "token_type": "bearer", "refresh_token": null }"""; // silent: comes to no secret's place, or is no secret
    public static string JsonSchema() => """{ "properties": { "clientSecret": { "type": "string", "description": "The secret" } }, "required": ["clientSecret"] }"""; // silent: comes to no secret's place, or is no secret
    public static string Graph() => "query($secretKey: String!) { databases(secretKey: $secretKey) { _id } }"; // silent: comes to no secret's place, or is no secret
    public static string Sql() => "UPDATE apps SET secret = :secret, token = ? WHERE id = 'aB3kL9mN2pQ7rS5tU'"; // silent: comes to no secret's place, or is no secret
    public static string Css() => ".token.keyword { color: #aa00bb99; } .secret:hover { content: \"x\"; }"; // silent: comes to no secret's place, or is no secret
    public static string Loc() => "Passwort: mindestens acht Zeichen"; // silent: comes to no secret's place, or is no secret
    public static string Curl() => "curl -H 'Authorization: Bearer $TOKEN' -d client_secret=$SECRET"; // silent: comes to no secret's place, or is no secret
    public static string Curl2() => "curl -H 'Authorization: Bearer YOUR_ACCESS_TOKEN_1' -d client_secret=YOUR_SECRET_123"; // silent: comes to no secret's place, or is no secret
    public static object Enum0() => Enum.Parse<PitchlyKind>("ClientSecret2"); // silent: comes to no secret's place, or is no secret
    private enum PitchlyKind { ClientSecret2, AccessToken }
    public static string Switch0(string name) => name switch { "AppSecret" => "Geheimnis der App", "AccessToken" => "Zugriffstoken", _ => name }; // silent: comes to no secret's place, or is no secret
    public static void Dead(IConfiguration c) { string s = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL37"; s = c["a"]!; new PitchlyOptions().AppSecret = s; } // silent: comes to no secret's place, or is no secret
    public static void Dead2(IConfiguration c) { string s = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL38"; try { s = c["a"]!; } finally { Api.Show(1); } new PitchlyOptions().AppSecret = s; } // silent: comes to no secret's place, or is no secret
    public static void Dead3(IConfiguration c) { var h = new Holder2 { A = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL39", B = c["b"]! }; new PitchlyOptions().AppSecret = h.B; Api.Show(h.A); } // silent: comes to no secret's place, or is no secret
    private sealed class Holder2 { public string A = ""; public string B = ""; } // silent: comes to no secret's place, or is no secret
    public static void Two() { var (a, b) = Pair(); new PitchlyOptions { AppId = a, AppSecret = b }.ToString(); }
    private static (string, string) Pair() => ("aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL40", Environment.GetEnvironmentVariable("S")!); // silent: comes to no secret's place, or is no secret
    public static string TokenHash(string appSecret) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(appSecret)));
    public static bool IsTest(string accessToken) => accessToken.StartsWith("test-aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3f"); // silent: comes to no secret's place, or is no secret
    public static bool Cmp(string a) => a is "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL41"; // silent: comes to no secret's place, or is no secret
    public static Exception Ex() => new ArgumentException("appSecret is required", "appSecret"); // silent: comes to no secret's place, or is no secret
    public static Exception Ex2() => new KeyNotFoundException("secret aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL42 was not found"); // silent: comes to no secret's place, or is no secret
    public static object Vault(SecretClient c) => c.GetSecret("pitchly-app-secret-2024"); // silent: comes to no secret's place, or is no secret
    public static object Vault2(SecretClient c) => c.GetSecret(name: "prodAppSecret01"); // silent: comes to no secret's place, or is no secret
    public sealed class SecretClient { public string? GetSecret(string name) => name; public void SetSecret(string name, string value) { } }
    public static void VaultSet(SecretClient c, string v) => c.SetSecret("pitchly-app-secret", v); // silent: comes to no secret's place, or is no secret
    public static void Param(System.Data.Common.DbParameter p) { p.ParameterName = "@appSecret"; } // silent: comes to no secret's place, or is no secret
    public static void Route() { Map("/secrets/{id}", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL43"); } // silent: comes to no secret's place, or is no secret
    private static void Map(string route, string name) => Api.Show(route + name);
    public static string[] Fields => ["client_id", "client_secret", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL44"]; // silent: comes to no secret's place, or is no secret
    public static void SecretFields() { string[] secretFields = ["client_secret", "app_secret"]; string[] secrets = ["client_secret", "api_key"]; Api.Show(secretFields.Length + secrets.Length); } // silent: comes to no secret's place, or is no secret
    public static object Tup() => new List<(string, string)> { ("client_id", "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL45"), ("grant_type", "refresh_token") }; // silent: comes to no secret's place, or is no secret
    public static object Grant() => new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = Environment.GetEnvironmentVariable("R")!, ["token_type_hint"] = "access_token", ["subject_token_type"] = "urn:ietf:params:oauth:token-type:access_token" }; // silent: comes to no secret's place, or is no secret
    public static void Aad() { var authKey = "auth"; var key = "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL46"; Api.Show(authKey + key); } // silent: comes to no secret's place, or is no secret
    public static void Cache(Dictionary<string, object> cache) { cache["secret:aB3kL9mN2pQ7rS5tU"] = 1; cache["token"] = "aB3kL9"; } // silent: comes to no secret's place, or is no secret
    public static string SecretKeyOf(string name) => $"Pitchly:{name}:Secret"; // silent: comes to no secret's place, or is no secret
    public static string PublicToken => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL47"; // silent: comes to no secret's place, or is no secret
    public static string DesignToken => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL48"; // silent: comes to no secret's place, or is no secret
    public static string SecretSanta => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL49"; // silent: comes to no secret's place, or is no secret
    public static string Secretary { get; } = "Jane Doe 2"; // silent: comes to no secret's place, or is no secret
    public static string SecretQuestion => "What was your first pet called 99"; // silent: comes to no secret's place, or is no secret
    public static string PasswordPattern => "^(?=.*[0-9]).{8,}$"; // silent: comes to no secret's place, or is no secret
    public static string PasswordLabel => "Password 2"; // silent: comes to no secret's place, or is no secret
    public static string PrimaryKey => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL50"; // silent: comes to no secret's place, or is no secret
    public static string PartitionKey => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL51"; // silent: comes to no secret's place, or is no secret
    public static string KeyId => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL52"; // silent: comes to no secret's place, or is no secret
    public static string PublicKeyToken => "b77a5c561934e089"; // silent: comes to no secret's place, or is no secret
    public static string Jwks => "aB3kL9mN2pQ7rS5tU8vW1xY4zA6bC0dE3fG7hJ9kL53"; // silent: comes to no secret's place, or is no secret
}
