using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.Emulator;

namespace Pitchly.AspNetCore.Tests.SignIn;

/// <summary>A server App with a sign-in, an emulator, and an HTTP client with a browser's cookies.</summary>
internal sealed class ServerApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServerApp(Platform platform, WebApplication app, Uri address)
    {
        (Platform, _app, Address) = (platform, app, address);
        Browser.BaseAddress = address;
    }

    public Platform Platform { get; }

    public Uri Address { get; }

    /// <summary>Gets an HTTP client that stores cookies and follows redirects.</summary>
    public HttpClient Browser { get; } = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() });

    public IServiceProvider Services => _app.Services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ServerApp> StartAsync(
        UserConsent consent = UserConsent.Approve, Action<IConfigurationManager>? settings = null,
            Action<PitchlySignInOptions>? signIn = null)
    {
        // The emulator's configuration contains the App's address, and the App's configuration contains the emulator's. So find the App's
        // port first.
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}");
        socket.Stop();
        var platform = await Platform.StartAsync(consent: consent, callback: new Uri(address, "/signin-pitchly"));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.AbsoluteUri);
        builder.Configuration.AddInMemoryCollection(platform.Settings());
        builder.Configuration["Pitchly:Origin"] = platform.Emulator.Origin.AbsoluteUri;
        settings?.Invoke(builder.Configuration);
        builder.Services.AddRouting().AddAuthorization();
        var store = new MemoryStore(TimeProvider.System);
        builder.Services.AddPitchlyServer(builder.Configuration).UseStore(_ => store, _ => new MemoryLock());
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddPitchlySignIn(signIn);
        var app = new ServerApp(platform, builder.Build(), address);
        app.Map();
        await app._app.StartAsync(Cancellation);
        return app;
    }

    public Task<string> BrowseAsync(string path) => Browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
        await Platform.DisposeAsync();
    }

    private void Map()
    {
        _app.UseAuthentication();
        _app.MapGet("/", (HttpContext context) => context.User.Identity!.IsAuthenticated
            ? string.Join(' ', context.User.Claims.Select(claim => claim.Value))
            : "nobody");
        _app.MapGet("/signin", (string? database) => Results.Challenge(
            database is null ? new() { RedirectUri = "/" } : new AuthenticationProperties { RedirectUri = "/" }.ForDatabase(new DatabaseId(
                database)),
            [PitchlySignInDefaults.AuthenticationScheme]));
        _app.MapGet("/signout", () => Results.SignOut(
            new() { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]));
        _app.MapGet("/signin-failed", (HttpContext context) => $"failed: {context.GetPitchlySignInFailure()?.Name}");
    }
}
