using System.Globalization;
using DealRoom.Host;
using Pitchly.Emulator;

// Port 5005 is Pitchly's page, and port 5006 is the App. Use --port for other ports; --port 0 selects two free ones.
var port = args is ["--port", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5005;
await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Port = port });
await using var app = await AppServer.StartAsync(emulator, $"http://127.0.0.1:{(port == 0 ? 0 : port + 1)}");
emulator.Embed("Deal Room", app.Address);
Console.WriteLine($"Open {emulator.Origin}");
await app.WaitForShutdownAsync();
