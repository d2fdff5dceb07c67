using System.Net.Http.Json;
using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests that the Deal Room receives changes through a subscription, over the browser's WebSocket.</summary>
public sealed class LiveTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_by_another_person_is_shown()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        var runs = new TaskCompletionSource();
        room.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (socket.Url.EndsWith("/subscriptions", StringComparison.Ordinal)
                && frame.Text?.Contains("\"pong\"", StringComparison.Ordinal) == true)
            {
                runs.TrySetResult();
            }
        };
        await room.Page.ReloadAsync();
        await room.ConnectedAsync();
        await runs.Task.WaitAsync(Cancellation);
        var data = await AskAsync(room, "query($s: String!, $d: ID!) { data(secretKey: $s, databaseId: $d) { _id cols { fieldId } } }");
        var first = data.GetProperty("data")[0];
        var fieldId = first.GetProperty("cols")[0].GetProperty("fieldId").GetString();

        await AskAsync(
            room,
            "mutation($s: String!, $d: ID!, $r: ID!, $row: DataRowInput!) { updateRow(secretKey: $s, databaseId: $d, rowId: $r, row: "
                + "$row) { _id } }",
            first.GetProperty("_id").GetString(),
            new { cols = new[] { new { fieldId, value = new { val = "Renamed by somebody" } } } });

        await Expect(room.Deals().First).ToHaveTextAsync("Renamed by somebody");
    }

    private static async Task<JsonElement> AskAsync(DealRoomPage room, string query, string? row = null, object? values = null)
    {
        using var http = new LongTimeoutHttpClient { BaseAddress = room.Emulator.Origin };
        var secret = await File.ReadAllTextAsync(room.Emulator.AppSecretPath, Cancellation);
        var variables = new { s = secret, d = room.Emulator.User.DatabaseId, r = row, row = values };
        using var answer = await http.PostAsJsonAsync("/graphql", new { query, variables }, Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("data");
    }
}
