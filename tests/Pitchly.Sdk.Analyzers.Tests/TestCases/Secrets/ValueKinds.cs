namespace ValueKinds;

/// <summary>Texts in a secret's place that are none.</summary>
public sealed class Silent
{
    public static readonly Dictionary<string, string> Tamil = new() { ["ApiKey"] = "பநிஇ விசை", ["ClientSecret"] = "இரகசியங்கள்" }; // silent: a script with marks
    public static readonly Dictionary<string, string> Hindi = new() { ["ApiKey"] = "एपीआई कुंजी", ["Password"] = "पासवर्ड" }; // silent: a script with marks
    public static readonly Dictionary<string, string> Thai = new() { ["Secret"] = "รหัสลับ", ["AccessToken"] = "โทเค็นการเข้าถึง" }; // silent: a script with marks
    public static readonly Dictionary<string, string> Arabic = new() { ["Password"] = "كَلِمَةُ السِّرّ" }; // silent: a script with marks
    public static readonly Dictionary<string, string> Hebrew = new() { ["Password"] = "סִיסְמָה", ["ApiKey"] = "מפתח API" }; // silent: a script with marks
    public static readonly Dictionary<string, string> Khmer = new() { ["New Password"] = "ពាក្យសម្ងាត់ថ្មី" }; // silent: a script with marks
    public static readonly Dictionary<string, string> Signs = new() { ["Password"] = "Passwort/PIN", ["ApiKey"] = "API-Key*", ["Secret"] = "Geheimnis (optional)" }; // silent: captions with signs
    public static readonly Dictionary<string, string> Questions = new() { ["Forgot password?"] = "Passwort vergessen?" }; // silent: a question
    public string ClientSecret { get; set; } = "projects/1234/secrets/client/versions/latest"; // silent: a resource's name
    public string HookSecret { get; set; } = "kv/deals/hook2"; // silent: a path with no slash in front
    public string ProxyPassword { get; set; } = "ENC(…)"; // silent: a marker
    public string AppSecret { get; set; } = "plys_****"; // silent: a mask
    public string OtherSecret { get; set; } = "plys_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; // silent: a mask of full length
    public string ThirdSecret { get; set; } = "<43 characters>"; // silent: a placeholder
    public string ApiKey { get; set; } = "disabled"; // silent: a word for none
    public string ApiSecret { get; set; } = "unused"; // silent: a word for none
    public string Password { get; set; } = "anonymous"; // silent: a word for none
    public string RefreshToken { get; set; } = "OLD_REFRESH_ME"; // silent: a marker
    public string AccessToken { get; set; } = "keep-me"; // silent: a marker
    public string UserPassword { get; set; } = new('a', 128); // silent: one letter over and over
    public string SigningKey { get; set; } = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"; // silent: an alphabet
    public string DbPassword { get; set; } = "DEALS_DB_PASSWORD2"; // silent: the name of a variable
    public string ClientPassword { get; set; } = "ClientSecretJwtBearer"; // silent: words that only name things
    public string SecretKey { get; set; } = "Deals:Clients:0:Secret"; // silent: a key of configuration with an index
    public string MasterKey { get; set; } = "DEALS__CLIENTS__0__SECRET"; // silent: a key of the environment with an index
    public string SharedSecret { get; set; } = "deals.clients[0].secret"; // silent: a path of JSON
    public string StripeKey { get; set; } = "pk_live_YasXXgYiBmr9VDHNjnukWZSs"; // silent: a publishable key, by its prefix
    public string ApiToken { get; set; } = "SELECT secret FROM deals WHERE id = 7"; // silent: SQL
    public string ServiceToken { get; set; } = "deals.rows.read"; // silent: the name of a permission
    public string LoginSecret { get; set; } = "s3-password"; // silent: the name of an option
    public string KeyPassword { get; set; } = "no-encryption"; // silent: words for none
    public string Hint { get; } = "Example: 'Bearer 12345abcdef'"; // silent: Bearer in a description
    public string Plan { get; } = "The Basic plan2026 has ten deals."; // silent: Basic in prose
    public string Help { get; } = "type=charge;server=https://charge.example.com;api-token=2abdf302..."; // silent: an example with dots
    public bool HasPassword(Dictionary<string, string> all) => (all["password"] = false.ToString()).Length > 0; // silent: true or false
    public string Made => new string(Enumerable.Range(0, 30).Select(_ => Letters[Random.Shared.Next(Letters.Length)]).ToArray()); // silent: not a secret's place
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"; // silent: an alphabet
    public void Picked(Silent other) { var made = new StringBuilder(); foreach (var one in new byte[20]) { made.Append(Letters[one % Letters.Length]); } other.ApiKey = made.ToString(); } // silent: picked at random
    public void Filled(Silent other) { var made = new char[20]; for (var at = 0; at < 20; at++) { made[at] = Letters[Random.Shared.Next(Letters.Length)]; } other.ApiKey = new string(made); } // silent: picked at random
    private static readonly string[] s_weak = ["s3same", "letme1n", "dr4gon", "m0nkey", "sh4dow", "m4ster", "sup3rman", "b4tman", "tr1gger", "h4rley", "r4nger", "hunt3r", "bust3r", "s0ccer", "h0ckey", "k1ller", "ge0rge"]; // silent: a list of words
    public string GetPassword(int at) => s_weak[at % s_weak.Length]; // silent: one of a list of words
    public void Other(string baiduApiKey) => AppId = baiduApiKey; // silent: another service's id
    public string AppId { get; set; } = "";
}

/// <summary>Texts that look like none, and are secrets.</summary>
public sealed class Found
{
    public string Password { get; set; } = "$ecretOtter92"; // PITCHLY3001: no variable
    public string AdminPassword { get; set; } = "@dminOtter92"; // PITCHLY3001: no parameter
    public string UserPassword { get; set; } = "[Otter92quartz]"; // PITCHLY3001: no token of a template
    public string ProxyPassword { get; set; } = "Otter{92}quartz"; // PITCHLY3001: no format
    public string SmtpPassword { get; set; } = "%Otter92quartz%"; // PITCHLY3001: no variable
    public string RootPassword { get; set; } = "__Otter92quartz__"; // PITCHLY3001: no marker
    public string DbPassword { get; set; } = "insert-Otter92-quartz"; // PITCHLY3001: no request
    public string AccountKey { get; set; } = "/9kT+yFjC+UH6n2PD3c03CIvioN2dBoXQxVnE/x/cdFd0/gOajU4n2PwITXiCWkwW21zTxSv"; // PITCHLY3001: base64 with slashes
    public string ClientSecret { get; set; } = "b/7jh83fCHqOC4VT8V9javHC9bY2IC2eHA"; // PITCHLY3001: base64 with a slash
    public string SecretKey { get; set; } = "9hQ/Zk3mP0+w8Lk2Jh5Gf7Ds1Aq4Zx6Cv9Bn3M=="; // PITCHLY3001: base64 with a slash
    public static string Basic => "YXBwN1F6OnBseXNfTVM2WjhfVEJRMm9XVlJNRnBabExxc1Z3QkFmZTV5NDFySUVNLWk4Vk5VUA=="; // PITCHLY3002: base64 with a prefix
    public const string Amqp = "amqp://deals:b4gmDyexz9e2axKQfrJo@mq.example.org:5672/deals"; // PITCHLY3001: the user part of an address
    public const string Git = "https://oauth2:mvqftIJh0IeSoDJwYY3ikjmJqRhyqL@git.example.org/deals.git"; // PITCHLY3001: the user part of an address
    public const string Spaced = "Server=db; Password = PExmmWl8xEe6OM; Database=deals"; // PITCHLY3001: spaces round the sign
    public const string Quoted = "Server=db;Password=\"R7t;'u91Q\";Database=deals"; // PITCHLY3001: in quotes
    public const string Dollar = "Server=db;Password=$k7pQz2$mA91w@#;Database=deals"; // PITCHLY3001: begins with a dollar
    public const string Phrase = "passphrase=R7tu@91Qz"; // PITCHLY3001: another word for it
    public const string Lines = "host: db\npassword: iNsZZIdJw27oUr\nuser: deals\n"; // PITCHLY3001: several lines
}
