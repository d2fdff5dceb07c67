using Pitchly;
using Pitchly.Data;
using Pitchly.Emulator;

// The emulator plays Pitchly's platform. For the real one, set AppId and Origin to what your App's registration says.
await using var emulator = await PitchlyEmulator.StartAsync();
var options = new PitchlyAppOptions { AppId = new AppId(emulator.AppId), Origin = emulator.Origin };

await using var client = await PitchlyAppClient.ConnectAsync(options, new AppCallbacks());
var database = await client.RequestDatabaseIdAsync();

using var http = new HttpClient { BaseAddress = emulator.Origin };
var data = new PitchlyDataClient(http, client);
foreach (var row in await data.GetRowsAsync(database))
{
    Console.WriteLine(string.Join(" · ", row.Cols.Select(col => col.Value.Val)));
}

internal sealed class AppCallbacks : IPitchlyAppCallbacks
{
    // The compiler demands this one. The others, such as OnSelectionAsync and OnFilterAsync, are there to be written when you need them.
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken)
    {
        connect.Switch(
            success => Console.WriteLine($"Connected to {success.OrganizationId} until {success.AccessTokenExpiresAt:t}."),
            failure => Console.WriteLine($"Not connected: {failure.Error}"));
        return default;
    }
}
