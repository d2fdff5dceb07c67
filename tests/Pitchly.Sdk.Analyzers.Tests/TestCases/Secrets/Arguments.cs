using Pitchly;
using Pitchly.OAuth;
using Stubs;

internal static class Arguments
{
    private const string AppId = "appK3v9TqXw2LmZ8rBnD";

    public static object Positional() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", "hunter2"); // PITCHLY3001: the second of two literals is the secret

    public static object Named(string id) => new PitchlyServerClient(appSecret: "correcthorse9", appId: id); // PITCHLY3001: named, out of order

    public static object TargetTyped()
    {
        PitchlyServerClient client = new(AppId, "Sommer2024"); // PITCHLY3001: new(…) is bound to its type
        return client;
    }

    public static void Method() => Login("user", password: "letmein99"); // PITCHLY3001: a password is a secret

    public static void Optional(string appSecret = "tr0ub4dor") => Api.Show(appSecret); // PITCHLY3001: a default is compiled in

    public static void OptionalWithin()
    {
        Show();
        void Show(string appSecret = "w1thin-reach") => Api.Show(appSecret); // PITCHLY3001: the default of a local function's parameter
    }

    public static void OptionalOfLambda()
    {
        var show = (string appSecret = "w1th0ut-name") => Api.Show(appSecret); // PITCHLY3001: the default of a lambda's parameter
        show();
    }

    public static void AttributedWithin()
    {
        Run();
        [PitchlyApp(AppSecret = "s3sam3shut")] // PITCHLY3001: an attribute of a local function
        static void Run()
        {
        }
    }

    [PitchlyApp(AppSecret = "s3sam3open")] // PITCHLY3001: a named argument of an attribute
    public static void Attributed()
    {
    }

    public static PitchlySecret Schema() => new("swordfish"); // PITCHLY3001: PitchlySecret takes no literal at all

    public static PitchlySecret Spaces() => new("correct horse battery staple"); // PITCHLY3001: prose can be a secret where a schema says so

    public static ClientCredentialsGrant Grant(OrganizationId organization) => new()
    {
        AppId = new AppId(AppId),
        AppSecret = new PitchlySecret("qwerty7"), // PITCHLY3001: a member that the schema marks secret
        OrganizationId = organization,
    };

    public static void Lowercase() => Connect(clientsecret: "monkey123"); // PITCHLY3001: compounds in lower case

    public static void Token() => Call(accessToken: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // PITCHLY3003: v1's tokens have no prefix

    public static void Refresh() => Renew(refreshToken: "zebra-4711"); // PITCHLY3003: short, and a token all the same

    public static object AppIdIsPublic() => new AppId("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: App IDs may be seen

    public static void NameOfSecret() => Vault("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: the name of a secret is none

    public static void Hash() => Check(secretHash: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: a hash of it

    public static void Length() => Make(secretLength: 43, isSecret: true); // silent: numbers and truth values

    public static void Cancel(CancellationToken token) => Wait(token); // silent: a CancellationToken

    public static void Paging() => Next(pageToken: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", continuationToken: "CAUQAA4711"); // silent: tokens of paging

    public static object Empty(string id) => new PitchlyServerClient(id, ""); // silent: empty

    public static object Configured(string id, Microsoft.Extensions.Configuration.IConfiguration configuration) =>
        new PitchlyServerClient(id, configuration["Pitchly:AppSecret"]!); // silent: from configuration

    public static object NameOf(string id) => new PitchlyServerClient(id, nameof(PitchlyOptions.AppSecret)); // silent: a name

    public static void Public() => Trust(publicKey: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: public keys are public

    public static PitchlySecret Read() => new(Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET") ?? throw new InvalidOperationException("Set PITCHLY_APP_SECRET.")); // silent: from the environment

    [PitchlyApp(AppId = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")] // silent: an App ID in an attribute
    public static void Identified()
    {
    }

    private static void Login(string user, string password) => Api.Show(user + password.Length);

    private static void Connect(string clientsecret) => Api.Show(clientsecret.Length);

    private static void Call(string accessToken) => Api.Show(accessToken.Length);

    private static void Renew(string refreshToken) => Api.Show(refreshToken.Length);

    private static void Vault(string secretName) => Api.Show(secretName);

    private static void Check(string secretHash) => Api.Show(secretHash);

    private static void Make(int secretLength, bool isSecret) => Api.Show(isSecret ? secretLength : 0);

    private static void Wait(CancellationToken cancellationToken) => Api.Show(cancellationToken);

    private static void Next(string pageToken, string continuationToken) => Api.Show(pageToken + continuationToken);

    private static void Trust(string publicKey) => Api.Show(publicKey);
}
