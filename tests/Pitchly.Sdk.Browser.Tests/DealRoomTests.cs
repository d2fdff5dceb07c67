using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests a user's steps through the emulator's page and its App, over each transport.</summary>
public sealed class DealRoomTests(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task App_receives_user_actions_and_changes_the_page(bool officialScript)
    {
        await using var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { OfficialScript = officialScript });
        await room.ConnectedAsync();

        await room.Row("Project Birch").CheckAsync();
        await room.Row("Project Elm").CheckAsync();
        await Expect(room.Deals()).ToHaveTextAsync(["Project Birch", "Project Elm"]);

        await room.Page.GetByLabel("Show Only Selected").CheckAsync();
        await Expect(room.App.GetByText("only they are shown")).ToBeVisibleAsync();
        await Expect(room.Page.Locator("#rows tr")).ToHaveCountAsync(2);
        await room.Page.GetByLabel("Show Only Selected").UncheckAsync();
        await room.Row("Project Birch").UncheckAsync();
        await room.Row("Project Elm").UncheckAsync();
        await room.ConnectedAsync();

        await room.Page.GetByLabel("Field").SelectOptionAsync("Stage");
        await room.Page.GetByLabel("Value").FillAsync("pitch");
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen", "Project Dogwood"]);
        await room.Page.Locator("#filter-clear").ClickAsync();
        await room.ConnectedAsync();

        await room.App.GetByRole(AriaRole.Button, new() { Name = "Hide the filter" }).ClickAsync();
        await Expect(room.Page.Locator("#filter")).ToBeHiddenAsync();
        await room.App.GetByRole(AriaRole.Button, new() { Name = "Show the filter" }).ClickAsync();
        await Expect(room.Page.Locator("#filter")).ToBeVisibleAsync();

        var aspen = room.App.GetByRole(AriaRole.Article, new() { Name = "Project Aspen" });
        await aspen.GetByLabel("Stage").SelectOptionAsync("Signed");
        await aspen.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(room.Page.Locator("#rows tr", new() { HasText = "Project Aspen" })).ToContainTextAsync("Signed");
        await room.ScreenshotAsync(officialScript ? "official-script" : "post-message");
    }
}
