using Microsoft.Extensions.Configuration;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pitchly;
using Stubs;

namespace ManySinks;

public sealed class Settings
{
    public string WebhookSecret { get; set; } = "anvil-77"; // PITCHLY3001: property
    private string _secret = "basalt-8"; // PITCHLY3001: field
    private static string s_appSecret = "cobalt-9"; // PITCHLY3001: static field
    public const string SIGNING_KEY = "dolerite-1"; // PITCHLY3001: upper case
    public string PitchlySecretKey => "ebonite-2"; // PITCHLY3001: arrow
    public string DbPassword { get; init; } = "fl1ntlock"; // PITCHLY3001: password
    public string? ApiKey = "gr4nite-3"; // PITCHLY3001: api key
    public string JwtKey { get { return "h0rnblende"; } } // PITCHLY3001: getter
    public string SecretAccessKey = "1ndigo-stone"; // PITCHLY3001: secret access key
    public byte[] HmacKey = Encoding.UTF8.GetBytes("j4sper-red"); // PITCHLY3001: bytes
    public string AppSecretBase64 = "a3lhbml0ZTEy"; // PITCHLY3001: base64 form
    public string BearerToken = "larim4r-blue"; // PITCHLY3003: bearer
    public string refresh_token = "m0ldavite"; // PITCHLY3003: snake case
    public string[] ClientSecrets = ["n0vaculite", "on7x-black"]; // PITCHLY3001: several
    public (string AppId, string AppSecret) Pair = ("app", "p3arl-white"); // PITCHLY3001: tuple type
    public string Show() => _secret + s_appSecret;
}

public static class Places
{
    public static void Headers(HttpRequestMessage m) => m.Headers.Add("X-Pitchly-App-Secret", "quartz-22"); // PITCHLY3001: header
    public static void Headers2(HttpRequestMessage m) => m.Headers.TryAddWithoutValidation("X-Api-Key", "ruby-33-red"); // PITCHLY3001: api key header
    public static void Cookie(HttpRequestMessage m) => m.Headers.Add("Cookie", "access_token=sapph1re-44"); // PITCHLY3003: cookie text
    public static object Query(string id) => new Uri($"https://x.example/token?client_id={id}&client_secret=topaz-55"); // PITCHLY3001: query text
    public static object Json() => new StringContent("{\"appId\":\"app1\",\"appSecret\":\"ulexite-66\"}"); // PITCHLY3001: json text
    public static object Form() => new StringContent("grant_type=client_credentials&client_secret=vesuv-77", Encoding.UTF8, "application/x-www-form-urlencoded"); // PITCHLY3001: form text
    public static object Graph() => new { query = "mutation { token(secretKey: \"wulfen-88\") { value } }" }; // PITCHLY3001: graphql text
    public static object Raw() => """<add key="AppSecret" value="xeno-99-time" />"""; // PITCHLY3001: markup
    public static object Conn() => "Endpoint=https://x.example;AppId=app1;AppSecret=ytt-1010-r"; // PITCHLY3001: connection string
    public static object Body() => JsonContent.Create(new Dictionary<string, string> { { "client_secret", "zir-1111-con" } }); // PITCHLY3001: dictionary
    public static object Conc() { var d = new ConcurrentDictionary<string, string>(); d.TryAdd("AppSecret", "amaz-1212"); d["client_secret"] = "benit-1313"; return d; } // PITCHLY3001: concurrent dictionary
    public static object Attr() => typeof(Attributed);
    [PitchlyApp(AppId = "appK3v9TqXw2LmZ8rBnD", AppSecret = Const)] private sealed class Attributed;
    private const string Const = "celest-1414"; // PITCHLY3001: by a constant in an attribute
    public static void Default(IConfiguration c) => new PitchlyOptions().AppSecret = c["Pitchly:AppSecret"] ?? "dan-1515-bur"; // PITCHLY3001: default
    public static void Default2(IConfiguration c) => new PitchlyOptions().AppSecret = c.GetValue("Pitchly:AppSecret", "eud-1616-ial")!; // PITCHLY3001: default argument
    public static void Env() => new PitchlyOptions().AppSecret = Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET") ?? "fluo-1717"; // PITCHLY3001: environment default
    public static byte[] Sign(byte[] d) => HMACSHA256.HashData(Encoding.ASCII.GetBytes("garn-1818-et"), d); // PITCHLY3001: key
    public static object Derive() => new Rfc2898DeriveBytes("howl-1919-ite", new byte[8], 1000, HashAlgorithmName.SHA256); // PITCHLY3001: password
    public static byte[] Derive2() => Rfc2898DeriveBytes.Pbkdf2("iol-2020-ite", new byte[8], 1000, HashAlgorithmName.SHA256, 32); // PITCHLY3001: password
    public static object Aes0() { var a = Aes.Create(); a.Key = Encoding.UTF8.GetBytes("jade-2121-jade-2"); return a; } // PITCHLY3001: aes key
    public static void Local() { const string password = "kunz-2222"; Api.Show(password); } // PITCHLY3001: local constant
    public static void Local2() { var clientSecret = string.Join("-", "lapis", "2323"); Api.Show(clientSecret); } // PITCHLY3001: joined
    public static void Compare(string given) { if (given == SettingsKey.AppSecret) { Api.Show(1); } }
    private static class SettingsKey { public const string AppSecret = "Malachite2424MalachiteMalachite24"; } // PITCHLY3001: constant of a secret
    public static void Inline(string appSecret) { if (appSecret == "Nephrite2525NephriteNephrite25Nep") { Api.Show(1); } } // PITCHLY3001: full length comparison
    public static void Short(string appSecret) { if (appSecret == "changeme") { Api.Show(1); } } // silent: placeholder comparison
    public static void Optional(string a, string clientSecret = "opal-2626") => Api.Show(a + clientSecret.Length); // PITCHLY3001: default
    public static void Named() => Optional(clientSecret: "peri-2727", a: "x"); // PITCHLY3001: named
    public static T With<T>(T t, Action<T> f) { f(t); return t; } // silent
    public static void Fluent() => With(new PitchlyOptions(), o => { o.AppId = "x"; o.ClientSecret = "quar-2828"; }); // PITCHLY3001: nested lambda
    public static object Obj() => new PitchlyOptions { AppId = "appK3v9TqXw2LmZ8rBnD", AppSecret = "rhod-2929" }; // PITCHLY3001: initializer
    public static object Nested() => new HostOptions { Pitchly = { AppSecret = "sodal-3030" } }; // PITCHLY3001: nested initializer
    public static object Anon() => new { AppSecret = "tanz-3131" }; // PITCHLY3001: anonymous
    public static object Tup() => (appId: "x", appSecret: "unak-3232"); // PITCHLY3001: tuple
    public static object Switch(string stage) => new PitchlyOptions { AppSecret = stage switch { "prod" => "vari-3333", _ => "" } }; // PITCHLY3001: switch
    public static object Cond(bool b) => new PitchlyOptions { AppSecret = b ? "" : "wave-3434" }; // PITCHLY3001: conditional
    public static object Interp(string id) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:x-3535-y"))}"; // silent: partly known
    public static object Shape() => "plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: shape
    public static object Shape2() => new[] { "a", "see plyu_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6." }; // PITCHLY3003: shape in prose
    public static object Shape3() => "plys_" + "Zq8vT3nLw0XyKd5uRbG1h" + "J7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: folded
    public static object Shape4() => $"plys_{"Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"}"; // PITCHLY3002: interpolated
    public static object Shape5() => Encoding.UTF8.GetString(Convert.FromBase64String("cGx5c19acTh2VDNuTHcwWHlLZDV1UmJHMWhKN3NQbUM0ZkVhVm9JMnRROVd4WXo2")); // PITCHLY3002: base64
    public static object AppIdMix(string secret) => new AppId("plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // PITCHLY3004: as app id
    public static object Log(string clientSecret) { Console.WriteLine($"secret is {clientSecret}"); return 1; } // PITCHLY3005: console
    public static object Throw(string appSecret) => throw new InvalidOperationException("bad " + appSecret); // PITCHLY3005: exception
}

public sealed class NoPlaces
{
    private const string R = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    [JsonPropertyName("client_secret")] public string? ClientSecret { get; set; } // silent
    [JsonPropertyName("access_token")] public string AccessToken { get; set; } = ""; // silent
    public const string AppSecretSetting = "Pitchly:AppSecret"; // silent
    public const string SecretHeader = "X-Pitchly-Secret"; // silent
    public const string PasswordField = "password-field-1"; // silent
    public const string TokenCookie = ".AspNetCore.Antiforgery.x1"; // silent
    public string ClientId { get; } = R; // silent
    public string TraceId { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string Sha256 { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6="; // silent
    public string Integrity { get; } = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"; // silent
    public string Image { get; } = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB"; // silent
    public string Commit { get; } = "6de61c4b1f0a9c3d5e7f8091a2b3c4d5e6f70819"; // silent
    public string Etag = "W/\"Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6\""; // silent
    public string UserSecretsId = "3b241101-e2bb-4255-8caf-4136c566a962"; // silent
    public string PublicKeyToken = "b77a5c561934e089"; // silent
    public string TokenUrl = "https://x.example/oauth/token"; // silent
    public string SecretsPath = "/run/secrets/pitchly-1"; // silent
    public string PasswordRegex = "^(?=.*[0-9])(?=.*[a-z]).{8,}$"; // silent
    public string AppSecretPattern = "^plys_[A-Za-z0-9_-]{43}$"; // silent
    public string AppSecretExample = "plys_…"; // silent
    public string AppSecret = "YOUR-APP-SECRET"; // silent
    public string ClientSecret2 = "<your client secret>"; // silent
    public string ApiKey3 = "${API_KEY}"; // silent
    public string Password4 = "********"; // silent
    public string Secret5 = "#{Pitchly.AppSecret}#"; // silent
    public string Secret6 = "%APP_SECRET%"; // silent
    public string Secret7 = "{{app_secret}}"; // silent
    public string Secret8 = "TODO"; // silent
    public string Secret9 = "replace-with-real-secret"; // silent
    public string Token10 = "xxxxxxxxxxxxxxxxxxxxxxxx"; // silent
    public string? Password11 = null; // silent
    public string Password12 = string.Empty; // silent
    public void M(IConfiguration c, string given, CancellationToken cancellationToken) // silent
    {
        Api.Show(c["Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"]); // silent
        Api.Show(c.GetValue<string>("Pitchly:AppSecret")); // silent
        Api.Show(c.GetSection("Pitchly").GetValue("AppId", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")); // silent
        Api.Show(given.Contains("client_secret", StringComparison.Ordinal)); // silent
        Api.Show(given.Replace("client_secret", "Zq8vT3nLw0")); // silent
        Api.Show(string.Equals(given, "access_token", StringComparison.Ordinal)); // silent
        Api.Show(new KeyValuePair<string, string>("client_id", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")); // silent
        Api.Show(new Dictionary<string, string> { ["x-request-id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }); // silent
        Api.Show(new AuthenticationHeaderValue("Bearer", given)); // silent
        Api.Show(new AuthenticationHeaderValue("DPoP", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")); // silent: no scheme of secrets
        Api.Show(new { id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", token_type = "Bearer", grant_type = "refresh_token" }); // silent
        Api.Send("The token endpoint answered 401: invalid_client"); // silent
        Api.Send("Set Pitchly:AppSecret by dotnet user-secrets set Pitchly:AppSecret <secret>"); // silent
        Api.Send("password: at least 8 characters"); // silent
        Api.Send("https://x.example/deals/Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent
        Api.Send("{ \"appSecret\": \"{0}\" }"); // silent
        Api.Send("{ \"type\": \"object\", \"properties\": { \"appSecret\": { \"type\": \"string\" } } }"); // silent
        Api.Send("<input type=\"password\" name=\"clientSecret\" placeholder=\"Client Secret\" />"); // silent
        Api.Send("SELECT token FROM tokens WHERE token = 'x'"); // silent
        Console.WriteLine("Secret read from {0}", nameof(AppSecret)); // silent
        Console.WriteLine($"Token expires at {DateTime.UtcNow}"); // silent
        var key = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Api.Show(new Dictionary<string, int> { [key] = 1 }); // silent
        var token = JsonTokenType.String; Api.Show(token); // silent
        var keys = new[] { "title", "amount" }; Api.Show(keys); // silent
        var secretNames = new[] { "pitchly-app-secret-01", "other-02" }; Api.Show(secretNames); // silent
        var tokens = given.Split("Zq8vT3nLw0"); Api.Show(tokens); // silent
        var primaryKey = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Api.Show(primaryKey); // silent
        var hasSecret = given.Length > 0 ? "yes-1" : "no-0"; Api.Show(hasSecret); // silent
        string s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", t = given; Api.Show(s); new PitchlyOptions().AppSecret = t; // silent: the other variable
        var o = new PitchlyOptions { AppId = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", AppSecret = given }; Api.Show(o); // silent
        var box = new Box { Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; new PitchlyOptions().AppSecret = box.Text; // silent: another member
        Take("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); // silent: another parameter
        new PitchlyOptions().AppSecret = First(given, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: the other argument comes back
        cancellationToken.ThrowIfCancellationRequested();
    }
    private static void Take(string id, string text) { Api.Show(id); new PitchlyOptions().AppSecret = text; } // silent
    private static string First(string a, string b) { Api.Show(b); return a; } // silent
    private sealed class Box { public string Id { get; set; } = ""; public string Text { get; set; } = ""; } // silent
}
