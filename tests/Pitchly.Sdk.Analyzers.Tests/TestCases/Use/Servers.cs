using Pitchly;
using Pitchly.OAuth;

internal static class Servers
{
    public static object Client(HttpClient http) => new PitchlyOAuthClient(http); // PITCHLY2004: a client whose audience is the server

    public static Uri Authorize(PitchlyOAuthClient oauth) => oauth.AuthorizeUri(new AppId("appK3v9TqXw2LmZ8rBnD"), "state", "challenge"); // PITCHLY2004: its endpoint

    public static object Source(PitchlyOAuthClient oauth, PitchlySecret given, OrganizationId organization) =>
        new ClientCredentialsTokenSource(oauth, new AppId("appK3v9TqXw2LmZ8rBnD"), given, organization); // PITCHLY2004: takes the App Secret

    public static object Grant(PitchlySecret given, OrganizationId organization) => new ClientCredentialsGrant
    {
        AppId = new AppId("appK3v9TqXw2LmZ8rBnD"),
        AppSecret = given, // PITCHLY2004: a member that the schema marks secret
        OrganizationId = organization,
    };

    public static object Options() => new PitchlyAppOptions { AppId = new AppId("appK3v9TqXw2LmZ8rBnD") }; // silent: for clients

    public static object Token(PitchlySecret token) => new AccessToken(token, DateTimeOffset.MaxValue); // silent: clients may have tokens
}
