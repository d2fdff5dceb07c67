using DealRoom.Server.AppHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

// Runs the emulator, a store, and three nodes of the App on the ports 5005 and 5010 to 5012. Use --Port for other ports.
const int NodeCount = 3, DefaultPort = 5005, FirstNode = 5, StorePort = 10;
var builder = DistributedApplication.CreateBuilder(args);
var port = builder.Configuration.GetValue("Port", DefaultPort);
var addresses = Enumerable.Range(port + FirstNode, NodeCount).Select(one => new Uri($"http://localhost:{one}")).ToList();
string origin = $"http://localhost:{port}", connection = $"127.0.0.1:{port + StorePort},abortConnect=false";
using var files = new PlatformFiles(addresses);

var emulator = builder.AddProject<Projects.Pitchly_Emulator_Tool>("emulator", launchProfileName: null)
    .WithArgs("--port", $"{port}", "--config", files.Configuration, "--consent", "ask")
    .WithHttpEndpoint(port, port, isProxied: false)
    .WithHttpHealthCheck("/");

// As docs/server.md requires: each write is on disk before it is confirmed, and nothing is evicted.
string[] durable = ["--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"];
var store = builder.AddExecutable(
    "store", "redis-server", files.Store, ["--port", $"{port + StorePort}", "--bind", "127.0.0.1", .. durable]);

var nodes = addresses.Select((address, index) => builder.AddProject<Projects.DealRoom_Server>($"node{index + 1}", launchProfileName: null)
    .WithHttpEndpoint(address.Port, address.Port, isProxied: false)
    .WithHttpHealthCheck("/health")
    .WithEnvironment("Pitchly__Origin", origin)
    .WithEnvironment("Pitchly__AppId", PlatformFiles.AppId)
    .WithEnvironment("Pitchly__AppSecretFile", files.Secret)
    .WithEnvironment("Store", "redis")
    .WithEnvironment("ConnectionStrings__Store", connection)
    .WithEnvironment("NightlyJob__Period", "00:00:30")
    .WaitFor(emulator)
    .WaitFor(store)).ToList();

await using var app = builder.Build();
await app.StartAsync();
foreach (var node in nodes)
{
    await app.ResourceNotifications.WaitForResourceHealthyAsync(node.Resource.Name);
}

Console.WriteLine($"Open {string.Join(" or ", addresses)}; Pitchly is at {origin}. Press Ctrl+C to shut down.");
await app.WaitForShutdownAsync();
