using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests the messages of the App and the page for addresses that are nearly correct.</summary>
public sealed class WrongAddressTests(Chromium chromium)
{
    [Fact]
    public async Task Wrong_Origin_error_names_both_origins()
    {
        await using var room = await DealRoomPage.OpenAsync(
            chromium, new DealRoomOptions { Origin = emulator => $"http://localhost:{emulator.Port}", ExpectsComplaints = true });

        var alert = room.App.GetByRole(AriaRole.Alert);
        var platform = room.Emulator.Origin.GetLeftPart(UriPartial.Authority);
        await Expect(alert).ToContainTextAsync(
            $"The page around this App is at {platform}, but Origin is http://localhost:{room.Emulator.Origin.Port}.");
        await Expect(room.Page.GetByText($"Set its Origin to this page: {platform}.")).ToBeVisibleAsync();
        await room.ScreenshotAsync("wrong-origin");
    }

    [Fact]
    public async Task Page_on_localhost_redirects_to_its_origin()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();

        await room.Page.GotoAsync(room.Page.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        await room.ConnectedAsync();
        Assert.StartsWith(room.Emulator.Origin.AbsoluteUri, room.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_redirected_to_another_origin_is_reported()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { Names = [], ExpectsComplaints = true });
        await using var server = await room.ServeAsync();
        await using var elsewhere = await Redirect.StartAsync(server.Address);
        room.Emulator.Embed("Elsewhere", elsewhere.Address);

        var place = server.Address.GetLeftPart(UriPartial.Authority);
        await Expect(room.Page.GetByText($"The App sends messages from {place}")).ToBeVisibleAsync();
        await Expect(room.Page.GetByText($"Show it at {place}.")).ToBeVisibleAsync();
        await room.ScreenshotAsync("wrong-place");
    }
}
