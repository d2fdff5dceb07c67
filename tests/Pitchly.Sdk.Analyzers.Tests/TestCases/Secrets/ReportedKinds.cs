using System.ComponentModel;
using System.IO;
using System.Net;
using System.Security.Cryptography;

namespace ReportedKinds;

public static class Client { public static object Make(string id, string clientSecret) => (id, clientSecret); public static void Send(string text) => GC.KeepAlive(text); }

/// <summary>Names, values, texts and ciphers of the kinds of the reports, written before the code was changed.</summary>
public sealed class Found
{
    public const string AppSecretIos = "p6joSMNzmNEaBCJltuI1Dq3K99Y1pKi69l9m"; // PITCHLY3001: a platform after the noun
    public const string StripeApiKeyV3 = "VwUdcFmtZBTyrnA6jQFC0HGOVoV58xNDXVwh"; // PITCHLY3001: a version after the noun
    public const string SlackBotToken = "hRAL17iY1GY0fNc8qm6ERcWKaBQRYM190Q0C"; // PITCHLY3003: a vendor's bot
    public const string DBPASSWD = "I8p#~gATz9Fz"; // PITCHLY3001: run together
    public static readonly string smtpPass = "XDzjwS@mV1ulb@"; // PITCHLY3001: a short noun
    public const string GITHUB_PAT = "9WkY32qTQDRvRqx5tTnfQtS5vDUMXJp9c9KNyC89"; // PITCHLY3003: a personal access token
    public const string JwtSigningKeyBase64 = "6YJSF1TnjmxO6YKKIA3i4waI0U383WhcOJgt1ABhyl5="; // PITCHLY3001: how it is written
    public const string SecretForWebhooks = "kLNyK4aaS8hxwg1hqI2o4CrsfNXBpRjlapAs"; // PITCHLY3001: words after the noun
    public string ConsumerSecretDev => "9yj1deqcglqxS4qjbVZBKubCQmJfI0LTmFPI"; // PITCHLY3001: a property with a stage
    public string[] ApiKeys => ["TsyULzbF2MwQv7nwKU7wIhYRueQaH9SxOU4a", "XQETu8tgwJ7ymDNxQ87IEDuHK8KrJlYp0f41"]; // PITCHLY3001: several on a line
    public void A() => Client.Make("id", "#q7Ar8Hrv"); // PITCHLY3001: a parameter
    public void B() => Client.Make(clientSecret: "swordfish77", id: "cmCGLGh02fjBqO7WQShzJIolDAjT4pjgpGBO"); // PITCHLY3001: by name
    public void C() => Client.Send("Endpoint=sb://x.example.org/;SharedAccessKeyName=root;SharedAccessKey=sUZvUWzfuWgjUUBj42m1hq0xH0S7T9xCfW06D85dFNn="); // PITCHLY3001: a connection string
    public void D() => Client.Send("Server=db;User Id=sa;Password=EHuu5fXB7B~x"); // PITCHLY3001: a database
    public void E() => Client.Send("{\"client_id\":\"web\",\"client_secret\":\"N18oKGoY5UCdrMLg3yeusBL4DlBOl3YiElCs\"}"); // PITCHLY3001: JSON
    public void F() => Client.Send("curl -H 'Authorization: Bearer BQbMQT2MTDn3F5EJI6Ft4QiKCjoQ9Ms40Qdkhr34q75' https://example.org"); // PITCHLY3003: a header in a command
    public void G(string host) => Client.Send($"https://{host}/rows?access_token=5iSwycYkDIzHrxECDM5ESIMX8ksWPq2LR5EA"); // PITCHLY3003: a query
    public void H() => Client.Send("ftp://deals:AC92ozLL3wn4BOFH8hRZ@files.example.org/in"); // PITCHLY3001: an address
    public void I() { var k = "nkB4keNQ~60rV;Wn"; using var aes = Aes.Create(); aes.Key = Encoding.ASCII.GetBytes(k); } // PITCHLY3001: the key of a cipher
    public object J() => new Rfc2898DeriveBytes("ms#t#XciRN6#", new byte[16], 1000, HashAlgorithmName.SHA256); // PITCHLY3001: a password
    public object K() => new HMACSHA512("UPQmT77v8DFZXXC7i5UoNJxfPT6SdgV5zHuR"u8.ToArray()); // PITCHLY3001: a signature
    public object L() => new AesGcm(Convert.FromHexString("0f1e2d3c4b5a69788796a5b4c3d2e1f0"), 16); // PITCHLY3001: hexadecimal
    public object M() => new NetworkCredential("deals", "uD@y8HFgil"); // PITCHLY3001: a login
    public object N() => ChaCha20("oSJ2U6qAicN8EgB~l~k9Cby39CCWag~d"); // PITCHLY3001: given to a method
    private static object ChaCha20(string text) => new ChaCha20Poly1305(Encoding.UTF8.GetBytes(text)); 
    public string? O(string? given) { var appSecret = given; appSecret ??= "E4cO58LSiBgc5n9jR9KJB13IFwa5UmD6UPga"; return appSecret; } // PITCHLY3001: a default
    public string P(string env) => Pick(env switch { "prod" => "arnUMqnfPIyx0gnVLM79Q8U4rypLmldoISaM", _ => "" }); // PITCHLY3001: an arm
    private static string Pick(string clientSecret) => clientSecret;
    public Task<string> GetAccessTokenAsync() => Task.FromResult("f0wdXn5VdIPVNQVlWM5y2mVw030n8eTREiq9Di2n9Ab"); // PITCHLY3003: a task
    public async ValueTask<string> Q() { await Task.Yield(); var refreshToken = "QLv5znjLYhQoGLFi90h4POPKmfuXq9wi2EbI5NFEbX2"; return refreshToken; } // PITCHLY3003: a token in a variable
    public Func<string> ApiKeyProvider => () => "49OzExpI5BnTcnTEmU0HdjE71e1oxY6Kq5TH"; // PITCHLY3001: a function
    public object R() => new { Url = "https://example.org", ApiSecret = "LLkbbh01Ls4tKEKh71jtar6BxrnSTtyPXjRk" }; // PITCHLY3001: an anonymous member
    public (string Id, string ClientSecret) S() => ("web", "Td7nz7kD9zFw2e0dcLGgn7vkgJWqiHOrO1gj"); // PITCHLY3001: a member of a tuple
    public object T() => string.Create(null, $"client_secret={"JDvWyd23JOPCFkr3pR1UTWln43YhQsZSz9wP"}&x=1"); // PITCHLY3001: an interpolated text
    public object U() { var list = new List<string> { "web", "zK1jLLaBXPkH5htWHUwzMoG29USPOiCgYiV4" }; return Client.Make(list[0], list[1]); } // PITCHLY3001: by its index
    public object V() { var text = new StringBuilder("bvebF200veD2BNeUPc").Append("g0tEgX1a7oyz4eTSkp"); return Client.Make("", text.ToString()); } // PITCHLY3001: a builder
    public object W() => Client.Make("", Encoding.UTF8.GetString([107, 55, 35, 80, 122, 50, 81, 109, 57, 49])); // PITCHLY3001: bytes
    public object X() => Client.Make("", new string("c0bV9UWXyDmVoMonZlowJFLYN0huV2GwuZEs".Reverse().ToArray())); // PITCHLY3001: backwards
    public string ClientSecret => new Linked("id").Text; // silent: where it is used
    public object Y() { Span<char> letters = stackalloc char[20]; "9IUxk51tys1tKOTlmcyY".CopyTo(letters); return Client.Make("", new string(letters)); } // PITCHLY3001: letters on the stack
    [DefaultValue("s5JPDmo7tre3jtqErfrfELQw1t0kM5dUz0Pt")] public string? MerchantSecret { get; set; } // silent: the attribute says nothing
}

public sealed class Silent
{
    public const string AppSecretHeader = "X-App-Secret"; // silent: a header's name
    public const string ApiKeyName = "rpD67DpcP5T6Trva1iyBkCcymYsZVdLTNM4Z"; // silent: a name
    public const string PasswordPattern = "^(?=.*[A-Z])(?=.*[0-9]).{8,}$"; // silent: a pattern
    public const string TokenEndpointPath = "/connect/token2"; // silent: a path
    public const string SecretsFolder = "/run/secrets/pitchly1"; // silent: a folder
    public const string PublicApiKeyId = "fxFYBmD4qHVN7EEnDPGp3EkIXmmVUCt3PgKq"; // silent: an id
    public const string CacheKey = "5H8G6dZISn69sJb8yWjYogCXxUXdiIvkT7QJ"; // silent: a cache
    public const string SortKey = "deal_2026_01"; // silent: a table
    public const string ForgotPassword = "Forgot your password?"; // silent: a caption
    public const string PasswordHash = "$2a$11$QUlm8vwfYbpaVUblOdlHj7CRmxLU6QGuIWYA9nXnxLrPc2x5wR5JT"; // silent: a hash
    public const string ApiKeyHeaderName = "X-Api-Key"; // silent: a header
    public const string StripePublishableKey = "pk_live_vBL95r9F0pXezF5NYEAn3oyF"; // silent: published with clients
    public const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token"; // silent: a type
    public const string SecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:deals-2g7K25"; // silent: where it is kept
    public string Password { get; set; } = ""; // silent: nothing yet
    public string? ClientSecret { get; init; } = null; // silent: nothing
    public void A(IDictionary<string, string> d) => d["password"] = "Mot de passe"; // silent: a caption
    public void B() => Client.Make("id", Environment.GetEnvironmentVariable("CLIENT_SECRET")!); // silent: from the environment
    public void C() => Client.Make("id", "<client-secret>"); // silent: a placeholder
    public void D() => Client.Make("id", "YOUR_CLIENT_SECRET_1"); // silent: a request
    public void E() => Client.Make("id", "${CLIENT_SECRET}"); // silent: a hole
    public void F() => Client.Make("id", "xxxxxxxx-xxxx-xxxx"); // silent: a mask
    public void G() => Client.Make("id", "REPLACE_ME"); // silent: a request
    public void H() => Client.Send("Server=db;Integrated Security=true;Password="); // silent: none
    public void I() => Client.Send("SELECT Password FROM Users WHERE Token = @token1"); // silent: SQL
    public void J() => Client.Send("Authorization: Bearer {token}"); // silent: a hole
    public void K() => Client.Send("The password must have 8 letters: a capital, a digit."); // silent: prose
    public void L() => Client.Send("https://example.org/reset?token={0}&lang=en"); // silent: a hole
    public void M(string given) => Client.Send($"client_secret={given}"); // silent: what is given
    public void N() { var key = "Deals:Rows:1"; Client.Send(key); } // silent: a key of a setting
    public object O() => new AesGcm(RandomNumberGenerator.GetBytes(32), 16); // silent: random
    public object P(string path) => new HMACSHA256(File.ReadAllBytes(path)); // silent: from a file
    public object Q() => new NetworkCredential(Console.ReadLine(), Console.ReadLine()); // silent: what is typed
    public bool R(string password) => password == "password"; // silent: a word that none should choose
    public bool S(string token) => token is "(" or ")" or "=>"; // silent: tokens of a parser
    public string T(string pageToken) => pageToken == "" ? "BT09X9rBQ8SXlv9N1PttJH8PjJXf988MXvwb" : pageToken; // silent: a page
    public object U() { var secret = "96Sx3ga0CnveQhoXM6HjbEilbUooqW8KPbSZ"; secret = Console.ReadLine()!; return Client.Make("", secret); } // silent: written over
    public Dictionary<string, string> V() => new() { ["AppSecret"] = "App Secret", ["ApiKey"] = "Clé d’API" }; // silent: captions
    public string W() => nameof(Password) + "Box1"; // silent: a name
    public void X(CancellationToken token) => Client.Send("3Q7pz3r4kXFeQGDja7KNvViYNQQRJT7vTset"); // silent: neither
    public void Y() => Client.Make("id", new string('*', 12)); // silent: a mask that is made
    public void Z() => Client.Make("id", string.Empty); // silent: none
    public bool ShowPassword { get; set; } = "fWDM70q0ROCbgiVI7Rs8vNmBSa3w4eE2AdYk".Length > 3; // silent: a question
    public int MaxTokens { get; set; } = int.Parse("4096"); // silent: a number
    public string SecretaryName => "4Fs88DbVLVsCKdAiNIqpuBf1tQLaSVHS2Vrb"; // silent: another word
    public string KeyboardLayout => "qwertz-de-105"; // silent: another word
    public string TokenizerModel => "gpt2-9Q445soG"; // silent: a model
    public string PassportNumber => "C01X00T47"; // silent: another word
    public string Compass => "8QMbzx7ONitIw7IE9NkXbC56z6q7jbJ2reaz"; // silent: another word
    public string PasswordResetUrl => "https://example.org/reset?u=PQw3wtGFjGTxk4gQWnKUSaO0L5KerZujGHG4"; // silent: an address
    public Uri TokenUri => new("https://login.example.org/oauth2/v2.0/token"); // silent: an address
    public string KeyVaultName => "kv-deals-prod-01"; // silent: a name
    public string UserSecretsId => "2f1b7c1e-5a0d-4f0b-9a53-0c6a6d6b7d11"; // silent: an id
    public string SecretVersion => "4f7c1a0b9d8e4c5fa6b7c8d9e0f1a2b3"; // silent: a version
    public const string HashedPassword = "TfKzh9RLix6FPcCNeHLkGrysFu3bYxqzGqduNdi8v1U="; // silent: a hash of one
    public const string EncryptedApiKey = "jEv58d0SVbGQ3nBZM0lkzHghG4Y+lMKW80wipz+9vHk="; // silent: what a cipher made of one
    public const string EncryptionKey = "UkVQTEFDRV9NRV9XSVRIX0FfUkFORE9NX0tFWQ=="; // silent: a placeholder in base64
    public string ApiKey => new Plugin().Chained.Standard; // silent: another object has a text, and a constructor calls another
    public string AccessToken => Plugin.Instance.Personal.Standard; // silent: another object has a text
    public string GetPasswordHint() => "The name of your first dog1"; // silent: a hint
}

public static class TokenTypes
{
    public const string AccessToken = "at+jwt"; // silent: a type of tokens

    public static class Private { public const string RefreshToken = "oi_reft+jwt"; } // silent: one more
}

public class Named(string standard) { public string Standard { get; } = standard; }

public sealed class Chained : Named
{
    public Chained(string name) : this(name, "") { }
    public Chained(string name, string standard) : base(standard) => GC.KeepAlive(name);
}

public sealed class Setting(string name, string standard) { public string Name { get; } = name; public string Standard { get; } = standard; }

public sealed class Plugin
{
    public static Plugin Instance = null!;
    public readonly Setting Personal = new("OAuth Token", "");
    public readonly Setting Command = new("Command", "fetch --all");
    public readonly Chained Chained = new("Key");
    public readonly Chained Other = new("Path", "/(feature|develop)/");
    public Plugin() => Instance = this;
}

public sealed class Linked : Named
{
    public Linked(string id) : base("cV5x9Lm2Qw7Rt4Yp") => GC.KeepAlive(id); // PITCHLY3001: what a constructor gives to its base
    public string Text => Standard;
}
