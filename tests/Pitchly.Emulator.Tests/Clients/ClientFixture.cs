using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.Emulator.Tests.Clients;

/// <summary>Starts an emulator that shows its consent page, a server App, and an HTTP client that acts as the person's browser.</summary>
public abstract partial class ClientFixture : IAsyncLifetime
{
    protected const string AppId = "appClients", Secret = "the secret/of+clients: äöü";

    private WebApplication _app = null!;

    protected PitchlyEmulator Emulator { get; private set; } = null!;

    protected Uri App { get; private set; } = null!;

    /// <summary>Gets an HTTP client that stores cookies and follows redirects.</summary>
    protected HttpClient Browser { get; } = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() });

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract string Callback { get; }

    public async ValueTask InitializeAsync()
    {
        // The emulator's configuration contains the App's address, and the App's configuration contains the emulator's. So find the App's
        // port first.
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        App = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}");
        socket.Stop();
        Emulator = await PitchlyEmulator.StartAsync(Options(), Cancellation);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(App.AbsoluteUri);
        builder.Services.AddRouting().AddDataProtection();
        builder.Services.AddSingleton<TimeProvider>(TimeProvider.System);
        Configure(builder.Services);
        _app = builder.Build();
        Map(_app);
        await _app.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        await _app.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    protected virtual void Configure(IServiceCollection services)
    {
    }

    protected virtual void Map(WebApplication app)
    {
    }

    /// <summary>Submits a decision on the consent page.</summary>
    /// <returns>The response that the browser shows next.</returns>
    protected async Task<HttpResponseMessage> DecideAsync(HttpResponseMessage page, string decision)
    {
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        var action = WebUtility.HtmlDecode(Action().Match(html).Groups[1].Value);
        var person = Selected().Match(html).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.Origin, action))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["person"] = person, ["decision"] = decision }),
        };
        request.Headers.Add("Origin", Emulator.Origin.GetLeftPart(UriPartial.Authority));
        return await Browser.SendAsync(request, Cancellation);
    }

    /// <summary>Returns the ID of the token's person, as v2's API reports it.</summary>
    protected async Task<string?> PersonAsync(string accessToken)
    {
        using var http = new LongTimeoutHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        using var answer = await http.PostAsJsonAsync(
            new Uri(Emulator.Origin, "/graphql"), new { query = "{ viewer { person { id } } }" }, Cancellation);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return json.GetProperty("data").ValueKind == JsonValueKind.Null
            ? null
            : json.GetProperty("data").GetProperty("viewer").GetProperty("person").GetProperty("id").GetString();
    }

    private EmulatorOptions Options() => new()
    {
        Consent = UserConsent.Ask,
        Platform = new PlatformOptions
        {
            Organizations = [new OrganizationOptions { Name = "O",
                Databases = [new DatabaseOptions { Name = "D", Fields = [new FieldOptions { Name = "N" }] }] }],
            Apps = [new AppOptions { Id = AppId, Secret = Secret, Name = "Clients", RedirectUris = [new Uri(App, Callback)] }],
        },
    };

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<option value=\"([^\"]+)\" selected")]
    private static partial Regex Selected();
}
