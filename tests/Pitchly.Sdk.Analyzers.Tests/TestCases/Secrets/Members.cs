using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Stubs;

internal static class Constants
{
    public const string AppSecret = "winter-is-c0ming"; // PITCHLY3001: reported at the literal, once, however often it is used

    public const string Neutral = "ab12cd34"; // PITCHLY3001: its name says nothing, but it comes to a secret's place

    public const string Unused = "ab12cd35"; // silent: comes to no secret's place
}

internal static class UsesOfConstants
{
    public static object One(string id) => new PitchlyServerClient(id, Constants.AppSecret); // silent: reported where the literal is

    public static object Two(string id) => new PitchlyServerClient(id, Constants.AppSecret); // silent: reported where the literal is

    public static object Three(string id) => new PitchlyServerClient(id, Constants.Neutral); // silent: reported where the literal is
}

internal static class StaticConstructor
{
    private static readonly string Value;

    static StaticConstructor()
    {
        Value = "dr4gonfly"; // PITCHLY3001: a readonly field that a constructor sets
    }

    public static object Use(string id) => new PitchlyServerClient(id, Value);
}

internal sealed class Properties
{
    public string AppSecret { get; set; } = "pa55phrase"; // PITCHLY3001: an initializer

    public string ClientSecret => "lamp-shade-77"; // PITCHLY3001: an expression body

    public string SigningSecret
    {
        get
        {
            return "oak.tree.19"; // PITCHLY3001: a getter
        }
    }

    public string ApiKey { get; init; } = "Kj2mf93kfm2"; // PITCHLY3001: an API key

    public string GetAccessToken() => "t0kenfromtheweb"; // PITCHLY3003: what a method of the name returns

    public string AppSecretName => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: the name of one

    public string TokenEndpoint => "https://platform.pitchly.com/api/oauth/token"; // silent: a URL

    public string SecretPath { get; } = "/run/secrets/app4711"; // silent: a path

    public string TokenType => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: its type

    public bool RequiresSecret => true; // silent: a truth value

    [JsonPropertyName("client_secret")] // silent: the name of a field
    public string? Secret { get; set; }

    [Display(Name = "App Secret")] // silent: a caption
    public string? Other { get; set; }
}

internal static class Keys
{
    public const string AppSecret = "Pitchly:AppSecret"; // silent: a key of configuration, though named like the thing

    public const string ClientSecretField = "client_secret"; // silent: the name of a form's field

    public const string ClientSecret = "client_secret"; // silent: the same without the noun

    public const string AuthenticationMethod = "client_secret_post"; // silent: a word of RFC 8414

    public const string SecretHeader = "X-Pitchly-Secret"; // silent: the name of a header

    public const string EnvironmentSecret = "PITCHLY_APP_SECRET"; // silent: the name of a variable
}

internal static class Labels
{
    public const string AppSecret = "Geheimnis2 der App"; // silent: a class of captions
}

internal static class Objects
{
    public static void Nested() => Api.Show(new HostOptions { Pitchly = { AppSecret = "umbrella42" } }); // PITCHLY3001: a nested initializer

    public static void Configure() => Services.AddPitchly(o => o.AppSecret = "r3dbicycle"); // PITCHLY3001: in a lambda

    public static void Anonymous() => Api.Show(new { client_secret = "p1neapple" }); // PITCHLY3001: a member of an anonymous object

    public static void Named() => Show((appSecret: "m0untain", id: 1)); // PITCHLY3001: an element of a tuple

    public static void Deconstructed()
    {
        var (id, appSecret) = ("appK3v9TqXw2LmZ8rBnD", "v1neyard"); // PITCHLY3001: taken apart into a variable of the name
        Api.Show(id + appSecret.Length);
    }

    public static void Local()
    {
        string clientSecret = "g1raffe!"; // PITCHLY3001: a variable
        Api.Show(clientSecret.Length);
    }

    public static void Many()
    {
        string[] appSecrets = ["k1ngfisher", "n1ghtingale"]; // PITCHLY3001: each of several
        Api.Show(appSecrets.Length);
    }

    public static void Assigned(PitchlyOptions options)
    {
        options.AccessToken = "b0nfire-at-night"; // PITCHLY3003: a property
        options.SecretName = "b0nfire-at-night"; // silent: the name of a secret
        options.AppId = "b0nfire-at-night"; // silent: an App ID
    }

    public static void Default(PitchlyOptions options)
    {
        options.AppSecret = default!; // silent: nothing
        options.ClientSecret = null; // silent: nothing
        options.ClientSecret = string.Empty; // silent: nothing
        options.ClientSecret = "   "; // silent: blanks
    }

    private static void Show((string appSecret, int id) pair) => Api.Show(pair.id);
}

internal record Credentials(string AppId, string AppSecret);

internal static class Records
{
    public static Credentials Make() => new("appK3v9TqXw2LmZ8rBnD", "harb0ur"); // PITCHLY3001: a record's parameter

    public static Credentials With(Credentials one) => one with { AppSecret = "l1ghthouse" }; // PITCHLY3001: a with expression

    public static Credentials Id(Credentials one) => one with { AppId = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // silent: an App ID
}
