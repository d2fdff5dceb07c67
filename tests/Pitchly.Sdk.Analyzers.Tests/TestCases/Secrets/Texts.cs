using System.Text.RegularExpressions;
using Stubs;

internal static class Texts
{
    private const string Part = "m4rble-arch";

    private const string Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6";

    public static string Query() => "grant_type=client_credentials&client_secret=s4ndstone&scope=read"; // PITCHLY3001: in a query string

    public static string Interpolated(string id) => $"https://platform.pitchly.com/token?client_id={id}&client_secret={Part2}"; // silent: reported at the constant

    private const string Part2 = "gr4nite"; // PITCHLY3001: put into a query string

    public static string Connection() => "AppId=appK3v9TqXw2LmZ8rBnD;AppSecret=" + Hidden; // silent: reported at the constant

    private const string Hidden = "b4salt"; // PITCHLY3001: put into a connection string

    public static string Json() => """{ "appId": "appK3v9TqXw2LmZ8rBnD", "appSecret": "l1mestone" }"""; // PITCHLY3001: JSON in a raw string

    public static string Escaped() => "{\"client_secret\":\"ch4lkstone\"}"; // PITCHLY3001: JSON in an escaped string

    public static string GraphQL() => "query { databases(secretKey: \"cl4ystone\") { _id } }"; // PITCHLY3001: an argument of GraphQL

    public static string Header() => "Authorization: Bearer sl4te.stone.77"; // PITCHLY3003: a header as text

    public static string Formatted(string id) => string.Format("client_id={0}&client_secret={1}", id, "fl1ntstone"); // PITCHLY3001: by a format

    public static string Built(string id)
    {
        var query = new StringBuilder("client_id=").Append(id);
        query.Append("&client_secret=");
        query.Append("b0ulder12"); // PITCHLY3001: appended after its key
        return query.ToString();
    }

    public static string Xml() => "<Pitchly><AppSecret>pebbl3</AppSecret></Pitchly>"; // PITCHLY3001: an element of XML

    public static string Ini() => "[pitchly]\napp_secret = gr4vel99\n"; // PITCHLY3001: a line of a file

    public static string WithHole(string secret) => $"client_id={Id}&client_secret={secret}"; // silent: the secret comes from elsewhere

    public static string Prefix(string rest) => "client_secret=pre-fix-1" + rest; // silent: a literal beginning of something unknown

    public static string Message() => "appSecret must not be empty"; // silent: a message

    public static string Explained() => "Set client_secret=<secret> in the form, or access_token=${TOKEN}."; // silent: templates

    public static string Sql() => "SELECT * FROM apps WHERE app_secret = @appSecret"; // silent: a parameter of SQL

    public static string Log() => "The secret {AppSecretHash} was taken"; // silent: a template of a log

    public static string Usage() => "Usage: app --app-secret VALUE"; // silent: usage

    public static Regex Shape() => new("plys_[A-Za-z0-9_-]{43}"); // silent: a pattern of the shape

    public static bool IsSecret(string text) => text.StartsWith("plys_", StringComparison.Ordinal); // silent: the prefix alone

    public static string Challenge() => "Bearer realm=\"pitchly\", error=\"invalid_token\""; // silent: a challenge

    public static string Image() => "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"; // silent: an image

    public static string Integrity() => "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"; // silent: an integrity hash

    public static string Commit() => "980ac67b0e5f4f8a9c3d2e1f0a9b8c7d6e5f4a3b"; // silent: a commit

    public static string Tenant() => "3f2504e0-4f89-11d3-9a0c-0305e82c3301"; // silent: a GUID

    public static string Row() => Id; // silent: an id

    public static string Url() => $"https://v2.pitchly.net/t/{Id}/d/{Id}"; // silent: ids in a URL

    public static string Cursor() => "cursor=Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6&pageToken=CAUQAA4711"; // silent: tokens of paging in a query

    public static string Words() => "Token: the unit that a parser takes in, for example key=value"; // silent: prose
}
