using Microsoft.Playwright;
using Pitchly.Emulator;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests the texts of the emulator's page and of the Deal Room.</summary>
public sealed class PageTextTests(Chromium chromium)
{
    [Fact]
    public async Task One_row_is_counted_in_the_singular()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await Expect(room.Page.Locator("#count")).ToHaveTextAsync("8 rows shown, 0 selected");

        await room.Row("Project Elm").CheckAsync();
        await room.Page.GetByLabel("Show Only Selected").CheckAsync();

        await Expect(room.Page.Locator("#count")).ToHaveTextAsync("1 row shown, 1 selected");
    }

    [Fact]
    public async Task Clipped_grid_shows_a_hint_until_scrolled_to_the_end()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { Width = 390 });
        await room.ConnectedAsync();
        var hint = room.Page.GetByText("more columns to the right");
        await Expect(hint).ToBeVisibleAsync();

        await room.Page.Locator("#grid").FocusAsync();
        await room.Page.Keyboard.PressAsync("ArrowRight");
        await room.Page.Locator("#fields th").Last.ScrollIntoViewIfNeededAsync();
        await room.Page.Locator("#grid").EvaluateAsync("grid => grid.scrollLeft = grid.scrollWidth");

        await Expect(hint).ToBeHiddenAsync();
        await Expect(room.Page.Locator("#fields th").Last).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Row_count_is_hidden_while_loading()
    {
        await using var room = await DealRoomPage.OpenAsync(
            chromium, new DealRoomOptions { Faults = [new Fault("/graphql", FaultKind.Delay) { Delay = TimeSpan.FromMinutes(10) }] });

        await Expect(room.App.GetByText("Loading deals…")).ToBeVisibleAsync();
        await Expect(room.App.GetByText("All 0 deals")).ToBeHiddenAsync();
        await Expect(room.App.Locator(".chart")).ToBeHiddenAsync();
    }
}
