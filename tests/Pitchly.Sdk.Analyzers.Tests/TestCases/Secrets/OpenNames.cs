namespace OpenNames;

/// <summary>Words before and after the noun are open, where the value leaves no doubt.</summary>
public static class Found
{
    public const string AppSecretAndroid = "huG8GP38g4o5MNJAYKJ1UXXFWXLCpaNfhs0g"; // PITCHLY3001: the platform after the noun
    public const string ClientSecretForReports = "Ca05RFRunzqw7wZyVGOeUvfJIssDj4PT"; // PITCHLY3001: words after the noun
    public const string ApiKeyV3 = "TKtb2TxxDBfz5LJF3hBGZW3M4Fz6Hq2AK7"; // PITCHLY3001: a version after the noun
    public const string ApiKeyIos = "EGHZbKoXi0d9TH4QgTNBEjE4o24hOSDR"; // PITCHLY3001: the platform after the key
    public const string PasswordOfAdmin = "ET79IqJzQtJZPGSE"; // PITCHLY3001: whose password
    public const string SecretKeyWest = "Z4zBms1racjP4M9DZH7Fx6mqSFDGX0FZBJQ6c1su"; // PITCHLY3001: the region after the noun
    public const string PublicApiClientSecret = "D6ZgCSTY9GqC79l9B1UE8ePr5FxgmV2A"; // PITCHLY3001: public is the API, not the secret
    public const string NextAuthSecret = "jC6afaCLI71fNYmphNcWI9rQWOwjauQLKX783FSU8iIo"; // PITCHLY3001: a product whose name begins with next
    public const string NameServiceSecret = "ELi9M4SGsfAQk7iYY6LtGAyZ"; // PITCHLY3001: the secret of a name service
    public const string PageAccessToken = "jHZmya9gy4ed1wPw7X8bbGEuRtCu6hF8DKNZkjLHnBNvDMoRTeJzcmP6lcPI"; // PITCHLY3003: the token of a page
    public const string FacebookPageAccessToken = "71dC3WPmETR4biPHnY4H59ikQ2lyrBIA3fytlwlqDFX0AsDluHEChHYHYr0g"; // PITCHLY3003: the token of a page at a vendor
    public const string GithubToken = "2noa9f4DPvAIY122Ql9bw2kwJRKYInhNTrJWKUnK"; // PITCHLY3003: a vendor's token
    public const string BotToken = "sKrQJigYqg9BkgRdWwUZlPOgGurL1es7ukqqeaA355XqA9"; // PITCHLY3003: a bot's token
    public const string TelegramBotToken = "adgpbthgRJK72wuXDMOPTNc7zuMnMDBR4hRx3GR7qys80w"; // PITCHLY3003: a vendor's bot
    public const string JWTSECRET = "dVTB4bsSvsU9XZ6htXAuL5bI9vmJdUhkNhhc"; // PITCHLY3001: in capitals, run together
    public const string DBPASSWORD = "XAQoXilIbQT7IRJz"; // PITCHLY3001: in capitals, run together
    public const string apisecret = "4qYjobbrIEAq9ui8OLf1lJcP390G0qvOHWVu"; // PITCHLY3001: in small letters, run together
    public const string accesskey = "dQ1aOpEdoRG3j7V53zTx8YoJ1rv3mxwDODJZ"; // PITCHLY3001: in small letters, run together
    public const string smtppassword = "E5YRLtmkOAjF5a8w09"; // PITCHLY3001: in small letters, run together
    public const string webhooksecret = "1HSAYcOlftxIUqiTVg5bIn22SLtKc9zy"; // PITCHLY3001: in small letters, run together
    public const string encryptionkey = "I9HZPQk9GgfjUyvJqtcVLQYmk5ssIswi"; // PITCHLY3001: in small letters, run together
    public const string Pat = "ymVOa2MPE8BwZX5X4IkUHbluIjkb4hGQ4TPXa1xextnIjMNpiguF"; // PITCHLY3003: a personal access token
    public const string Jwt = "g31UeyqNtPhwE6FhJHp1wR0D6LwfeXfZFXtqWQokuBGJvu65UQ2FzulmZDo3S6wW"; // PITCHLY3003: a token by its format
    public const string DbPass = "YwA1ZLynjCVKQV"; // PITCHLY3001: short for password

    public static void Keys()
    {
        Environment.SetEnvironmentVariable("SENDGRID_API_KEY_EU", "iBrv1hur13CqjIOrovjJXhrsKDOzzbJTvRAvgRX7"); // PITCHLY3001: a key with a region
        Environment.SetEnvironmentVariable("JWTSECRET", "F6R2O81QWIHnBwPvd7zUlarJSqivLPNA1XZE"); // PITCHLY3001: a key run together
        var settings = new Dictionary<string, string>
        {
            ["Jwt:Key"] = "24EvacWoOhQ28rubXnYDGrNOxfJSmIXagjvo8DnMRkTt", // PITCHLY3001: the section says what the key is of
            ["OpenAI:Key"] = "fKATHRLJigbr8AclJUGo86EQQvvwuMEqF4u1qcPFibEZxq1W", // PITCHLY3001: a vendor's section
            ["idtoken"] = "DmxrG1UztnLd0A3eUUPQGRIX2tENf2GHMuFuQvxleJ3ZlWq9893HH3yOg7Mn", // PITCHLY3003: run together
        };
        GC.KeepAlive(settings);
    }
}

/// <summary>The class says what its members are.</summary>
public static class ApiKeys
{
    public const string Weather = "dcb7cb03765fcf5d6b02336c3eb3d7a9"; // PITCHLY3001: a key by its class
    public const string Maps = "bDpnBG2HiGnY3rX3TFiJR12uxPzINUImjMJTjUj"; // PITCHLY3001: a key by its class
    public const string Endpoint = "https://weather.example.org/v2"; // silent: an address in a class of keys
    public const string Region = "eu-central-1"; // silent: a region in a class of keys
    public const string CacheName = "weather-cache"; // silent: a name in a class of keys
}

public static class Strings
{
    public const string ClientSecret = "iZ0ZQKdZQ3crYt80lir9ISwiDklSdWlRjAPN"; // PITCHLY3001: plainly random, in a class of strings
    public const string ApiKey = "Your key for the API"; // silent: a caption in a class of strings
    public const string Password = "Kennwort"; // silent: a caption in a class of strings
}

public static class Endpoints
{
    public const string ApiKey = "F6I9btoGx4IfDRVAj5ujTGcEadgwL2TS00qv"; // PITCHLY3001: plainly random, in a class of endpoints
    public const string AccessToken = "/connect/token"; // silent: a path in a class of endpoints
}

/// <summary>What takes a name back, or makes it another thing.</summary>
public static class Silent
{
    public const string AppSecretName = "WbkGm30fBQBm11kpoQ9FnxkI3BUBD2xTn9tO"; // silent: a name
    public const string ApiKeyHeader = "X-VC78JMEf45nVmhWfwTRN"; // silent: a header
    public const string TokenExpiry = "SkhlnPBm589BbJjP56OY"; // silent: a time
    public const string PasswordHash = "rsVxzaEHD4r1wFigYjJowDyMOLd7SQJuWq9RfDDwI0YH"; // silent: a hash
    public const string SecretId = "0H8g0rscfLceH7CKgyZPZK9DNEIbj5ui"; // silent: an id
    public const string KeyVaultUrl = "bgzfkI3qbcVeWMHhU925vTjt9EpuT5DS"; // silent: an address
    public const string PublicKey = "pzpG32uAcFpMlCmXhLELyEHbF8nyUcHDYisp3HurXB3V"; // silent: public
    public const string PublishableApiKey = "LbwM3Hk9HhKxZnLeJkDzZhZgZAzapmdqWZkHr6xfqk76"; // silent: publishable
    public const string NextPageToken = "cnT1OZTJh5CJQcw949SD18GO7c97529mPPEdsfkPerna"; // silent: a page's token
    public const string ContinuationToken = "sNPcE7qe4SUIkJOHLIpF0dIwoIzDfpcaAyJfCRNlkpkJ"; // silent: a query's place
    public const string AntiforgeryToken = "mGWvzrPPkDfbweVWi8K3HXp00E3SjRZulFJhia0yf9SF"; // silent: made anew for each form
    public const string CancellationTokenSource = "OAQKvG8wfVRLbPqphy4p8tMRKRKltVIabv6VlTDLgpQE"; // silent: no secret's noun at its head
    public const string AppSecretStore = "vault"; // silent: a word, where the noun is not the head
    public const string ClientSecretSource = "environment"; // silent: a word, where the noun is not the head
    public const string PasswordChanged = "Password changed."; // silent: a message
    public const string ForgotPassword = "forgotpassword"; // silent: a route
    public const string KeyboardLayout = "W8kM9G7QEheiaNHtjA8q"; // silent: no key
    public const string Monkey = "bCMs8jyOOaCLhgo1uCZe2y9rCXCU81"; // silent: no key
    public const string Turkey = "tqCVNAEs3u0kgNJbnnSsTWzo3SQukZ"; // silent: no key
    public const string HotKey = "Ctrl+Shift+K"; // silent: a key of a keyboard
    public const string CompassHeading = "goyiMvPIznNJt6IIySqw"; // silent: no pass
    public const string SyncToken = "37CplGtcVN0mtk2BQLiCyOFRdNtVcZMGvJt1AoSO4I41"; // silent: a place in a list of changes
    public const string IsPasswordRequired = "88GsZQ19NGw1wWyHoaAH"; // silent: a question
    public const string SecretAlgorithm = "A256GCM"; // silent: an algorithm
}
