using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pitchly;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Node;

// Reads commands from the standard input, one per line, and writes one line for each: "call COUNT CONCURRENCY" or "token".
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
var settings = builder.Configuration;
var offset = TimeSpan.FromSeconds(double.Parse(settings["Offset"] ?? "0", CultureInfo.InvariantCulture));
builder.Services.AddSingleton<TimeProvider>(new ShiftedTime(offset));
var server = builder.Services.AddPitchlyServer(settings);
var connection = settings["Connection"]!;
_ = settings["Store"] switch
{
    "redis" => server.UseRedis(connection),
    "postgresql" => server.UsePostgreSql(connection),
    _ => server.UseSqlite(connection),
};
using var host = builder.Build();
await host.StartAsync();
var installations = settings["Organizations"]!.Split(',')
    .Select(id => new PitchlyInstallation(new AppId(settings["Pitchly:AppId"]!), new OrganizationId(id)))
    .ToList();
var caller = new Caller(host.Services.GetRequiredService<IPitchlyInstallations>(), installations, new Uri(settings["Pitchly:ApiOrigin"]!));
Console.WriteLine("ready");
while (await Console.In.ReadLineAsync() is { } order)
{
    var words = order.Split(' ');
    Console.WriteLine(words[0] switch
    {
        "call" => await caller.CallAsync(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2],
            CultureInfo.InvariantCulture)),
        _ => await caller.TokenAsync(),
    });
}

await host.StopAsync();
