using Pitchly;
using Stubs;

internal static class ByShape
{
    public static string Anywhere() => "plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: whatever it is for

    public static string Token() => "plyu_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3003: a user's token

    public static string Message() => "Use plys_Aq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6 for now."; // PITCHLY3002: in the middle of a message

    public static string[] Data() => ["one", "plys_Bq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"]; // PITCHLY3002: in an array

    public static string Folded() => "plys_" + "Cq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: the shape shows after folding

    public static string FoldedMore() => "pl" + "ys" + "_Dq8vT3nLw0XyKd5uRbG1hJ7s" + "PmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: in more pieces

    public static string Base64() => "cGx5c19FcTh2VDNuTHcwWHlLZDV1UmJHMWhKN3NQbUM0ZkVhVm9JMnRROVd4WXo2"; // PITCHLY3002: in base64

    public static string Backwards() => "6zYxW9Qt2IoVaEf4CmPs7Jh1GbRu5dKyX0wLn3Tv8qF_sylp"; // PITCHLY3002: backwards

    public static string Header() => "Authorization: Bearer plyu_Fq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3003: a Bearer header

    public static bool Compare(string appSecret) => appSecret == "plys_Gq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: a comparison ships it too

    public static bool CompareRandom(string appSecret) => appSecret == "Hq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3001: a full-length secret in a comparison

    public static string Interpolated(string name) => $"{name}: plys_Iq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // PITCHLY3002: in an interpolated string

    public static ReadOnlySpan<byte> Utf8() => "plys_Jq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"u8; // PITCHLY3002: in UTF-8

    public static object InSink(string id) => new PitchlyServerClient(id, "plys_Kq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // PITCHLY3002: once, though it comes to a sink too

    public static AppId AsAppId() => new("plys_Lq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // PITCHLY3004: where the App ID belongs

    public static object AsOption() => new PitchlyOptions { AppId = "plys_Mq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // PITCHLY3004: where the App ID belongs

    public static object Swapped(string appSecret, string appId) => new PitchlyServerClient(appSecret, appId); // PITCHLY3004: the two are swapped

    public static object FromConfiguration(Microsoft.Extensions.Configuration.IConfiguration configuration) => new AppId(configuration["Pitchly:AppSecret"]!); // PITCHLY3004: the wrong setting

    public static string Prefix() => "plys_"; // silent: the prefix alone

    public static string Short() => "plys_Zq8vT3nLw0XyKd5u"; // silent: too short to be one, and it goes nowhere

    public static string Masked() => "plys_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; // silent: a mask

    public static string Dotted() => "plys_..........................................."; // silent: a mask

    public static string Like() => "reply_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: another word

    public static AppId Right() => new("appK3v9TqXw2LmZ8rBnD"); // silent: an App ID where it belongs

    public static bool Validate(string secret) => secret == "changeme"; // silent: a comparison with a placeholder

    public static bool Short(string appSecret) => appSecret == "hunter2"; // silent: too short to be a whole secret, in a comparison

    public static bool Other(string rowId) => rowId == "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: an id
}
