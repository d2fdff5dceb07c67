using System.Text.Json;
using Pitchly.Emulator;

// Shows the App in the emulator's page, on this machine alone.
await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Port = args is ["--port", var port] ? int.Parse(port) : 5005 });

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
var app = builder.Build();
var settings = new { Pitchly = new { emulator.AppId, Origin = emulator.Origin.GetLeftPart(UriPartial.Authority), Script = "" } };
app.Map("/appsettings.json", branch => branch.Run(context => context.Response.WriteAsJsonAsync(settings, JsonSerializerOptions.Default)));
app.MapStaticAssets();
app.MapFallbackToFile("index.html");
await app.StartAsync();

emulator.Embed("PitchlyApp1", new Uri(app.Urls.First()));
Console.WriteLine($"Open {emulator.Origin}");
await app.WaitForShutdownAsync();
