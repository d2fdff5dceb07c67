using Microsoft.Extensions.DependencyInjection;
using Pitchly;
using Pitchly.Channels;
using Pitchly.Data;
using Pitchly.Emulator;

namespace PitchlyApp1.Tests;

/// <summary>Tests the App with an emulator in the same process.</summary>
public sealed class AppTests : BunitContext
{
    // The time within which the page must change. Only a failing test waits this long.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Stage_of_a_selected_row_clicked_and_edited_is_saved()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: Xunit.TestContext.Current.CancellationToken);
        var app = RenderApp(emulator);
        await app.WaitForAssertionAsync(() => Assert.Contains("Select rows", app.Markup, StringComparison.Ordinal), Timeout);
        var row = (await GetRowsAsync(emulator))[0];

        emulator.User.Select([row.Id.Value]);
        await (await app.WaitForElementAsync("button.cell", Timeout)).ClickAsync();
        await app.Find("input").ChangeAsync("Signed");
        await app.Find("form").SubmitAsync();

        await app.WaitForAssertionAsync(() => Assert.Equal("Signed", app.Find("button.cell").TextContent), Timeout);
        Assert.Contains((await GetRowsAsync(emulator))[0].Cols, col => col.Value.Val.AsString() == "Signed");
    }

    [Fact]
    public async Task Failed_query_tried_again_shows_the_rows()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: Xunit.TestContext.Current.CancellationToken);
        emulator.Faults.Inject(new Fault("/graphql", FaultKind.Status) { Status = 503 });
        var app = RenderApp(emulator);

        await (await app.WaitForElementAsync("[role=alert] button", Timeout)).ClickAsync();

        await app.WaitForAssertionAsync(() => Assert.Contains("Select rows", app.Markup, StringComparison.Ordinal), Timeout);
    }

    private IRenderedComponent<App> RenderApp(PitchlyEmulator emulator)
    {
        Services.AddPitchlyApp<AppCallbacks>(options =>
        {
            options.AppId = new AppId(emulator.AppId);
            options.Origin = emulator.Origin;
            options.Transport = cancellationToken => WebSocketTransport.ConnectAsync(
                new UriBuilder(emulator.Origin) { Scheme = "ws", Path = $"/apps/{emulator.AppId}/channel" }.Uri,
                PitchlyChannelOptions.DefaultMaximumMessageBytes,
                cancellationToken);
        });
        return Render<App>();
    }

    private async Task<IReadOnlyList<Row>> GetRowsAsync(PitchlyEmulator emulator) =>
        await Services.GetRequiredService<PitchlyDataClient>().GetRowsAsync(
            new DatabaseId(emulator.User.DatabaseId), cancellationToken: Xunit.TestContext.Current.CancellationToken);
}
