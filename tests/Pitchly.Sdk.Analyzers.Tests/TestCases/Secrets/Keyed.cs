using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using System.Net.Http.Headers;
using Stubs;

internal static class Keyed
{
    private const string Field = "client_secret";

    public static HttpContent Form(string id) => new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["client_id"] = id,
        ["client_secret"] = "w1ndmill", // PITCHLY3001: a field of a form
        ["grant_type"] = "client_credentials", // silent: a word of OAuth
    });

    public static void Collection() => Api.Show(new Dictionary<string, string> { { "app_secret", "w1ndmill2" } }); // PITCHLY3001: a collection initializer

    public static object Pair() => new KeyValuePair<string, string>("client_secret", "blu3bird"); // PITCHLY3001: a pair

    public static object ShortPair() => KeyValuePair.Create("client_secret", "blu3bird2"); // PITCHLY3001: a pair by its factory

    public static void Constant(Dictionary<string, string> form) => form[Field] = "redb1rd"; // PITCHLY3001: a key that is a constant

    public static void Add(Dictionary<string, string> form) => form.Add("appSecret", "gr33nbird"); // PITCHLY3001: Add

    public static void TryAdd(Dictionary<string, string> form) => form.TryAdd("secretKey", "y3llowbird"); // PITCHLY3001: TryAdd

    public static object Tuple() => new List<(string, string)> { ("client_secret", "p1nkbird") }; // PITCHLY3001: a tuple of name and value

    public static void Configuration(IConfiguration configuration) => configuration["Pitchly:AppSecret"] = "c0pperpot"; // PITCHLY3001: a setting

    public static void InMemory(IConfigurationBuilder builder) => builder.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Pitchly:AppId"] = "appK3v9TqXw2LmZ8rBnD", // silent: an App ID
        ["Pitchly:AppSecret"] = "br0nzepot", // PITCHLY3001: a setting
        ["Pitchly:Origin"] = "https://v2.pitchly.net", // silent: a URL
    });

    public static void Header(HttpRequestMessage request) => request.Headers.Add("X-Pitchly-Secret", "s1lverpot"); // PITCHLY3001: a header

    public static void ServerHeader(IHeaderDictionary headers) => headers["X-Api-Key"] = "g0ldpot99"; // PITCHLY3001: a header of ASP.NET Core

    public static void Environment1() => Environment.SetEnvironmentVariable("PITCHLY_APP_SECRET", "t1npot"); // PITCHLY3001: a variable of the environment

    public static void Multipart(MultipartFormDataContent content) => content.Add(new StringContent("le4dpot"), "client_secret"); // PITCHLY3001: the value stands first

    public static void Bearer(HttpRequestMessage request) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "ir0npot"); // PITCHLY3003: a Bearer header

    public static void Basic(HttpRequestMessage request, string id) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("appK3v9TqXw2LmZ8rBnD:z1ncpot"))); // PITCHLY3001: Basic credentials

    public static string FromEnvironment() => Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET") ?? "st33lpot"; // PITCHLY3001: a default for the environment

    public static string FromConfiguration(IConfiguration configuration) => configuration["Pitchly:AppSecret"] ?? "w00denpot"; // PITCHLY3001: a default for a setting

    public static string? Value(IConfiguration configuration) => configuration.GetValue("Pitchly:AppSecret", "cl4ypot"); // PITCHLY3001: a default by argument

    public static string FromOptions(PitchlyOptions options) => options.ClientSecret ?? "gl4sspot"; // PITCHLY3001: a default for an option

    public static void Custom() => Field1("client_secret", "p4perpot"); // PITCHLY3001: one's own helper

    public static object Values() => new Dictionary<string, StringValues> { ["access_token"] = new StringValues("st0nepot") }; // PITCHLY3003: wrapped

    public static HttpContent FromVariable(string appSecret) => new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["client_secret"] = appSecret, // silent: from elsewhere
    });

    public static object Captions() => new Dictionary<string, string>
    {
        ["AppSecret"] = "App Secret", // silent: a caption
        ["app_secret"] = "App-Geheimnis", // silent: a caption in German
        ["client_secret"] = "Clé secrète", // silent: a caption in French
        ["ClientSecret"] = "クライアントの秘密", // silent: a caption in Japanese
        ["AccessToken"] = "Zugriffsschlüssel", // silent: a caption in German
        ["SecretHint"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", // silent: no secret's name
    };

    public static string? FromVault(Vault vault) => vault.GetSecret("pitchly-app-secret", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: name and version of a vault's secret

    public static string Replace(string text) => text.Replace("client_secret", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: puts nothing under a key

    public static void Option() => Option1("--app-secret", "The App Secret, from the registration."); // silent: an option and its help

    public static void Rows(Dictionary<string, string> rows) => rows["row4711"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: an id under an id

    public static void Placeholder(Dictionary<string, string> form) => form["client_secret"] = "YOUR-APP-SECRET"; // silent: a placeholder

    public static string Section(IConfiguration configuration) => configuration.GetSection("Pitchly")["AppSecret"] ?? throw new InvalidOperationException("Pitchly:AppSecret is missing."); // silent: a setting, or an error

    public static void RunTimeHeader(HttpRequestMessage request, string value) => request.Headers.Add("X-Pitchly-Secret", value); // silent: the value comes at run time

    private static void Field1(string name, string value) => Api.Show(name + value.Length);

    private static void Option1(string name, string description) => Api.Show(name + description);

    internal sealed class Vault
    {
        public string? GetSecret(string name, string version) => name.Length > version.Length ? name : null;
    }
}
