using System.Globalization;
using DealRoom.Host;
using Pitchly.Emulator;

// Port 5005 for Pitchly's page and 5006 for the App, or others: --port 0 for any two that are free.
var port = args is ["--port", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5005;
await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Port = port });
await using var app = await AppServer.StartAsync(emulator, $"http://127.0.0.1:{(port == 0 ? 0 : port + 1)}");
emulator.Embed("Deal Room", app.Address);
Console.WriteLine($"Open {emulator.Origin}");
await app.WaitForShutdownAsync();
