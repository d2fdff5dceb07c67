using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Pitchly.Emulator;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Tests;

/// <summary>An emulator with organizations that have installed an App, and people who sign in.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string AppId = "appServers";

    /// <summary>A secret that is generated for each run.</summary>
    private static readonly string _secret = "plys_" + Convert.ToHexStringLower(
        System.Security.Cryptography.RandomNumberGenerator.GetBytes(22));

    private static readonly Uri _redirectUri = new("http://localhost:5000/signin-pitchly");

    private readonly List<(DateTimeOffset At, PitchlySecret Issued)> _signIns = [];

    private Platform(PitchlyEmulator emulator, TokenGate gate, IReadOnlyList<OrganizationOptions> organizations) =>
        (Emulator, Gate, Organizations) = (emulator, gate, organizations);

    public static PitchlySecret Secret => new(_secret);

    public PitchlyEmulator Emulator { get; }

    /// <summary>Gets the time of each sign-in whose tokens the App stored, and the refresh token that the App received.</summary>
    public IReadOnlyList<(DateTimeOffset At, PitchlySecret Issued)> SignIns => _signIns;

    public TokenGate Gate { get; }

    public IReadOnlyList<OrganizationOptions> Organizations { get; }

    public IReadOnlyList<PitchlyInstallation> Installations =>
        [.. Organizations.Select(one => new PitchlyInstallation(new AppId(AppId), new OrganizationId(one.Id!)))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Platform> StartAsync(
        int organizations = 1, TimeProvider? time = null, TimeSpan? tokenLife = null, UserConsent consent = UserConsent.Approve,
            Uri? callback = null)
    {
        var all = Enumerable.Range(0, organizations).Select(index => new OrganizationOptions
        {
            Id = $"org{index:D17}",
            Name = $"Organization {index}",
            People = [new PersonOptions { Id = $"psnP{index:D16}", Name = $"Person {index}", Email = $"person{index}@example.com" }],
            Databases = [new DatabaseOptions { Id = $"db{index}", Name = "Deals", Fields = [new FieldOptions { Name = "Name" }] }],
        }).ToList();
        var emulator = await PitchlyEmulator.StartAsync(
            new EmulatorOptions
            {
                TimeProvider = time ?? TimeProvider.System,
                AccessTokenLife = tokenLife ?? TimeSpan.FromHours(1),
                Consent = consent,
                Platform = new PlatformOptions
                {
                    Organizations = all,
                    Apps = [new AppOptions { Id = AppId, Secret = _secret, Name = "Servers", RedirectUris = [_redirectUri,
                        callback ?? _redirectUri] }],
                },
            },
            Cancellation);
        return new Platform(emulator, await TokenGate.StartAsync(emulator.Origin), all);
    }

    /// <summary>Returns the configuration of a node of the App.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["Pitchly:AppId"] = AppId,
        ["Pitchly:AppSecret"] = _secret,
        ["Pitchly:Origin"] = Gate.Origin.AbsoluteUri,
        ["Pitchly:ApiOrigin"] = Emulator.Origin.AbsoluteUri,
    };

    /// <summary>Signs in a person of an organization, who approves the App.</summary>
    public async Task<TokenResponse> SignInAsync(int organization = 0)
    {
        Emulator.User.SignIn(Organizations[organization].People[0].Id!);
        using var http = new LongTimeoutHttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Emulator.Origin };
        var oauth = new PitchlyOAuthClient(http);
        var pkce = PkceChallenge.Create();
        using var answer = await http.GetAsync(
            oauth.AuthorizeUri(new AppId(AppId), "state", pkce.Challenge, _redirectUri), Cancellation);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var code = QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
        return await oauth.RedeemCodeAsync(
            new AuthorizationCodeGrant
            {
                AppId = new AppId(AppId),
                AppSecret = Secret,
                Code = new PitchlySecret(code),
                RedirectUri = _redirectUri,
                CodeVerifier = pkce.Verifier,
            },
            Cancellation);
    }

    /// <summary>Signs in a person of each organization, and stores the tokens.</summary>
    /// <param name="installations">The installations that store the tokens.</param>
    /// <param name="change">A function that changes the tokens before they are stored.</param>
    public async Task KeepAllAsync(IPitchlyInstallations installations, Func<TokenResponse, TokenResponse>? change = null)
    {
        for (var index = 0; index < Organizations.Count; index++)
        {
            var at = DateTimeOffset.UtcNow;
            var tokens = await SignInAsync(index);
            _signIns.Add((at, tokens.RefreshToken!));
            await installations.KeepAsync(Installations[index], change is null ? tokens : change(tokens), Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
