using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests what an App does when its token expires, its connection is lost, or its page is closed.</summary>
public sealed class ConnectionTests(Chromium chromium)
{
    /// <summary>
    /// How far the emulator's clock starts behind. The emulator's tokens live two hours by its own clock, so the App receives a token that
    /// is about to expire.
    /// </summary>
    private static readonly TimeSpan Behind = TimeSpan.FromHours(2) - TimeSpan.FromMinutes(1.5);

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow - Behind);
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { TimeProvider = time });
        await room.ConnectedAsync();

        time.Advance(Behind);

        var expiry = (time.GetUtcNow() + TimeSpan.FromHours(2)).ToString("MMM dd yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        await Expect(room.Page.Locator("#log .out", new() { HasText = expiry })).ToHaveCountAsync(1);
        await Expect(room.Page.Locator("#log .out", new() { HasText = "\"accessToken\":\"…\"" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Outage_is_reported_and_recovers_automatically()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow - Behind);
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { TimeProvider = time });
        await room.ConnectedAsync();
        await room.Page.GetByText("Faults", new() { Exact = true }).ClickAsync();

        await room.Page.GetByLabel("Offline").CheckAsync();
        await Expect(room.App.GetByText("Could not connect to Pitchly server.")).ToBeVisibleAsync();
        await room.Row("Project Fir").CheckAsync();
        await room.ScreenshotAsync("outage");
        time.Advance(Behind);
        await room.Page.GetByLabel("Offline").UncheckAsync();

        await Expect(room.Deals()).ToHaveTextAsync(["Project Fir"]);
        await Expect(room.App.GetByText("Could not connect to Pitchly server.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Reopened_channel_delivers_missed_changes()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await room.Page.GetByText("Faults", new() { Exact = true }).ClickAsync();

        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Disconnect Apps" }).ClickAsync();
        await Expect(room.Page.GetByText("Disconnect Apps: done")).ToBeVisibleAsync();
        await room.Row("Project Fir").CheckAsync();

        await Expect(room.Deals()).ToHaveTextAsync(["Project Fir"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wrong_App_ID_is_reported_with_advice(bool officialScript)
    {
        await using var room =
            await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { AppId = "app23456789ABCDEFGHJ", OfficialScript = officialScript });

        await Expect(room.App.GetByRole(AriaRole.Alert)).ToContainTextAsync("App doesn't exist.");
        await Expect(room.App.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the App Secret");
        await room.App.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(room.App.GetByRole(AriaRole.Alert)).ToContainTextAsync("App doesn't exist.");
        await room.ScreenshotAsync($"wrong-app-id-{(officialScript ? "official-script" : "post-message")}");
    }

    [Fact]
    public async Task App_keeps_its_selection_after_a_page_reload()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await room.Row("Project Elm").CheckAsync();
        await Expect(room.Deals()).ToHaveCountAsync(1);

        await room.Page.ReloadAsync();

        await Expect(room.Deals()).ToHaveTextAsync(["Project Elm"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task App_can_navigate_away_and_return(bool officialScript)
    {
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { OfficialScript = officialScript });
        await room.ConnectedAsync();
        var frame = room.Page.Frames[1];

        await frame.GotoAsync("about:blank");
        await room.Row("Project Elm").CheckAsync();
        await Expect(room.Page.Locator("tr.picked")).ToHaveCountAsync(1);
        await frame.GotoAsync(room.Server.Address.AbsoluteUri);

        await Expect(room.Deals()).ToHaveTextAsync(["Project Elm"]);
    }

    [Fact]
    public async Task Three_Apps_in_a_page_receive_the_same_events()
    {
        string[] names = ["One", "Two", "Three"];
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { Names = names });
        foreach (var name in names)
        {
            await room.ConnectedAsync(name);
        }

        await room.Row("Project Hazel").CheckAsync();

        foreach (var name in names)
        {
            await Expect(room.Deals(name)).ToHaveTextAsync(["Project Hazel"]);
        }

        await room.ScreenshotAsync("three-apps");
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_page_fits_its_screen_and_can_be_used_by_keyboard(int width, ColorScheme scheme)
    {
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { Width = width, ColorScheme = scheme });
        await room.ConnectedAsync();

        await room.Row("Project Aspen").FocusAsync();
        await room.Page.Keyboard.PressAsync("Space");
        await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen"]);
        await Expect(room.Row("Project Aspen")).ToBeFocusedAsync();
        await room.Page.Keyboard.PressAsync("Tab");
        await room.Page.Keyboard.PressAsync("Space");
        await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen", "Project Birch"]);

        Assert.Equal(width, await room.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await room.ScreenshotAsync($"page-{width}-{scheme}");
    }
}
