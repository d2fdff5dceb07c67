using DealRoom.Host;
using Pitchly.Emulator;

await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Port = 5005 });
await using var app = await AppServer.StartAsync(emulator, "http://127.0.0.1:5006");
emulator.Embed("Deal Room", app.Address);
Console.WriteLine($"Open {emulator.Origin}");
await app.WaitForShutdownAsync();
