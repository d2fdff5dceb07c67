using DealRoom;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.Logging;
using Pitchly;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
var pitchly = builder.Configuration.GetSection("Pitchly");
builder.Services.AddPitchlyApp<DealRoomCallbacks>(options =>
{
    options.AppId = pitchly["AppId"] is { Length: > 0 } appId ? new AppId(appId) : default;
    options.Origin = new Uri(pitchly["Origin"] ?? "", UriKind.RelativeOrAbsolute);
    options.Script = pitchly["Script"] is { Length: > 0 } script ? new Uri(script) : null;
});
builder.Logging.AddFilter("Pitchly", LogLevel.Error); // The page itself shows errors.
builder.Services.AddScoped<DealBook>();
builder.RootComponents.Add<App>("#app");
await builder.Build().RunAsync();
