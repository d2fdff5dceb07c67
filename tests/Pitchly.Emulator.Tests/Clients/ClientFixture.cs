using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.Emulator.Tests.Clients;

/// <summary>An emulator that asks on its page, a server App beside it, and a browser that a person clicks in.</summary>
public abstract partial class ClientFixture : IAsyncLifetime
{
    protected const string AppId = "appClients", Secret = "the secret/of+clients: äöü";

    private WebApplication _app = null!;

    protected PitchlyEmulator Emulator { get; private set; } = null!;

    protected Uri App { get; private set; } = null!;

    /// <summary>Keeps cookies, and follows redirects.</summary>
    protected HttpClient Browser { get; } = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() });

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract string Callback { get; }

    public async ValueTask InitializeAsync()
    {
        // The App's address is a part of the emulator's configuration and the other way round, so the App's port is found first.
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

    /// <summary>Clicks on the page that asks.</summary>
    /// <returns>What the browser shows then.</returns>
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

    /// <summary>Asks v2's API who the person of a token is.</summary>
    protected async Task<string?> PersonAsync(string accessToken)
    {
        using var http = new PatientHttpClient();
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
