using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Pitchly.Emulator;

namespace DealRoom.Host;

/// <summary>Serves the App's files, with settings that lead to the emulator instead of to Pitchly.</summary>
public sealed class AppServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private AppServer(WebApplication host) =>
        (_host, Address) = (host, new Uri(host.Services.GetRequiredService<IServer>().Features
            .GetRequiredFeature<IServerAddressesFeature>().Addresses
            .First()));

    /// <summary>Where the App is.</summary>
    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="emulator">The platform that the App speaks to.</param>
    /// <param name="address">Where to listen; port 0 for one that is free.</param>
    /// <param name="appId">The App ID that the App believes to have, if not its own.</param>
    /// <param name="officialScript">Whether the App goes by Pitchly's script, of which the emulator has a double.</param>
    /// <param name="origin">What the App believes to be Pitchly's origin, if not the emulator's own.</param>
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

    /// <summary>Runs until the process is asked to end.</summary>
    public Task WaitForShutdownAsync() => _host.WaitForShutdownAsync();

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
