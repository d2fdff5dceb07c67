using System.Text.Json;
using Pitchly.Emulator;
using PitchlyApp1.Host;

// Shows the App in the page of Pitchly's emulator, on this machine only.
var port = args is ["--port", var given] ? int.Parse(given) : 5005;
await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Port = port });

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HotReloadInFrame>());
var app = builder.Build();
var settings = new { Pitchly = new { emulator.AppId, Origin = emulator.Origin.GetLeftPart(UriPartial.Authority), Script = "" } };
app.Map("/appsettings.json", branch => branch.Run(context => context.Response.WriteAsJsonAsync(settings, JsonSerializerOptions.Default)));
app.MapStaticAssets();
app.MapFallbackToFile("index.html");
await app.StartAsync();
emulator.Embed("PITCHLY_NAME", new Uri(app.Urls.First()));

// Editors and dotnet watch open the address of this line in a browser.
Console.WriteLine($"Now listening on: {emulator.Origin}");
await app.WaitForShutdownAsync();
