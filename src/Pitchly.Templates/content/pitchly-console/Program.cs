using Pitchly;
using Pitchly.Data;
using Pitchly.Emulator;

// The emulator replaces Pitchly's platform. For the real platform, set AppId and Origin to the values of your App's registration.
await using var emulator = await PitchlyEmulator.StartAsync();
var options = new PitchlyAppOptions { AppId = new AppId(emulator.AppId), Origin = emulator.Origin };

await using var client = await PitchlyAppClient.ConnectAsync(options, new AppCallbacks());
var databaseId = await client.RequestDatabaseIdAsync();

using var http = new HttpClient { BaseAddress = emulator.Origin };
var data = new PitchlyDataClient(http, client);
var database = await data.GetDatabaseAsync(databaseId) ?? throw new InvalidOperationException($"There is no database {databaseId}.");
var (name, stage) = (database.GetPrimaryField(), database.GetField("Stage"));
foreach (var row in await data.GetRowsAsync(databaseId))
{
    // The type Deal is generated from deals.pitchly.json.
    var deal = new PitchlyConsole1.Deal { Id = row.Id, Name = row.GetText(name), Stage = row.GetText(stage) };
    Console.WriteLine($"{deal.Name}: {deal.Stage}");
}

internal sealed class AppCallbacks : IPitchlyAppCallbacks
{
    // The compiler requires this method. The others, such as OnSelectionAsync and OnFilterAsync, do nothing until you write them.
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken)
    {
        connect.Switch(
            success => Console.WriteLine($"Connected to {success.OrganizationId} until {success.AccessTokenExpiresAt:t}."),
            failure => Console.WriteLine($"Not connected: {failure.Error}"));
        return default;
    }
}
