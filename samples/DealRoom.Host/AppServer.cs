using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Pitchly.Emulator;

namespace DealRoom.Host;

/// <summary>Serves the App's files, with settings that point to the emulator instead of Pitchly.</summary>
public sealed class AppServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private AppServer(WebApplication host) =>
        (_host, Address) = (host, new Uri(host.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses
            .First()));

    /// <summary>Gets the App's address.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="emulator">The emulator that the App connects to.</param>
    /// <param name="address">The address to listen on. Port 0 selects a free port.</param>
    /// <param name="appId">The App ID in the App's settings. The default is the emulator's App ID.</param>
    /// <param name="officialScript">Whether the App uses Pitchly's SDK script, as implemented by the emulator.</param>
    /// <param name="origin">Pitchly's origin in the App's settings. The default is the emulator's origin.</param>
    public static async Task<AppServer> StartAsync(
        PitchlyEmulator emulator, string address, bool officialScript = false, string? appId = null, string? origin = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AppServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).UseStaticWebAssets();
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HotReloadInFrame>());
        var host = builder.Build();
        var settings = new
        {
            Pitchly = new
            {
                AppId = appId ?? emulator.AppId,
                Origin = origin ?? emulator.Origin.GetLeftPart(UriPartial.Authority),
                Script = officialScript ? new Uri(emulator.Origin, "sdk.js").AbsoluteUri : "",
            },
        };
        host.Map(
            "/appsettings.json",
            branch => branch.Run(context => context.Response.WriteAsJsonAsync(settings, JsonSerializerOptions.Default)));
        host.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "DealRoom.Host.staticwebassets.endpoints.json"));
        host.MapFallbackToFile("index.html");
        await host.StartAsync();
        return new AppServer(host);
    }

    /// <summary>Waits until the server is stopped.</summary>
    public Task WaitForShutdownAsync() => _host.WaitForShutdownAsync();

    /// <summary>Stops the server.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
