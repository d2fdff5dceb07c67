using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.Extensions.Logging;
using Pitchly;
using PitchlyApp1;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
var pitchly = builder.Configuration.GetSection("Pitchly");
builder.Services.AddPitchlyApp<AppCallbacks>(options =>
{
    options.AppId = pitchly["AppId"] is { Length: > 0 } appId ? new AppId(appId) : default;
    options.Origin = new Uri(pitchly["Origin"] ?? "", UriKind.RelativeOrAbsolute);
    options.Script = pitchly["Script"] is { Length: > 0 } script ? new Uri(script) : null;
});
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
builder.RootComponents.Add<PitchlyApp1.App>("#app");
await builder.Build().RunAsync();
