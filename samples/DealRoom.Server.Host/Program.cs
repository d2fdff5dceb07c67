using DealRoom.Server.Host;
using Pitchly.Emulator;

// The emulator, and three nodes of the App over one SQLite file: ports 5005 and 5010 to 5012.
const int FirstPort = 5010, NodeCount = 3;
var addresses = Enumerable.Range(FirstPort, NodeCount).Select(port => new Uri($"http://localhost:{port}")).ToList();
await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions
{
    Port = 5005,
    Consent = UserConsent.Ask,
    RedirectUris = [.. addresses.Select(address => new Uri(address, "/signin-pitchly"))],
});
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var nodes = addresses.Select(address => Node.Start(emulator, address)).ToList();
using var browser = new HttpClient();
foreach (var (node, address) in nodes.Zip(addresses))
{
    await node.AnswersAsync(browser, address, stop.Token);
}

Console.WriteLine($"Open {string.Join(" or ", addresses)}; Pitchly is at {emulator.Origin}. Ctrl+C ends all.");
await Task.WhenAny(Task.Delay(Timeout.Infinite, stop.Token), Task.WhenAll(nodes.Select(node => node.Ended)));
nodes.ForEach(node => node.Dispose());
