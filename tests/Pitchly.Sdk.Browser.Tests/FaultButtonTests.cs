using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests that each fault of the emulator's page reaches an App in the browser, and that the page reports it.</summary>
public sealed class FaultButtonTests(Chromium chromium)
{
    private const int MaximumTries = 10_000;

    /// <summary>The buttons whose fault makes a query fail, what the App shows, and what the page reports.</summary>
    private static readonly (string Button, string Shown, string Reported)[] Failures =
    [
        ("Next query: 503", "The server responded with 503 Service Unavailable.", "503"),
        ("Next query: 429", "The server responded with 429 Too Many Requests.", "429"),
        ("Next query: invalid response", "does not match the schema", "invalid response"),
        ("Next query: connection lost", "Could not connect to", "connection lost"),
        ("Next query: truncated response", "was lost before the end of the response", "truncated response"),
    ];

    [Fact]
    public async Task Failed_query_shows_the_reason()
    {
        await using var room = await OpenAsync();
        foreach (var (button, shown, reported) in Failures)
        {
            await ArmAsync(room, button);
            await SetFilterAsync(room);

            await Expect(room.App.GetByRole(AriaRole.Alert)).ToContainTextAsync(shown);
            await ExpectReportAsync(room, button, reported);
            await room.App.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen", "Project Dogwood"]);
            await Expect(room.App.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
            await room.Page.Locator("#filter-clear").ClickAsync();
            await room.ConnectedAsync();
        }
    }

    [Fact]
    public async Task Late_response_shows_a_loading_message()
    {
        await using var room = await OpenAsync();

        await ArmAsync(room, "Next query: 10 s delay");
        await SetFilterAsync(room);

        await Expect(room.App.GetByText("Loading deals…")).ToBeVisibleAsync();
        await ExpectReportAsync(room, "Next query: 10 s delay", "10 s delay");
        await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen", "Project Dogwood"]);
    }

    [Theory]
    [InlineData("Expire tokens")]
    [InlineData("Revoke tokens")]
    public async Task Token_that_expires_early_is_replaced(string button)
    {
        await using var room = await OpenAsync();

        await room.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(room.Page.GetByText($"{button}: done")).ToBeVisibleAsync();
        await SetFilterAsync(room);

        // A token younger than five seconds is not renewed, because another token would not help. Until then, the App shows the refusal.
        var again = room.App.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        for (var tries = 0; tries < MaximumTries && await room.Deals().CountAsync() != 2; tries++)
        {
            await Expect(room.App.GetByText("Loading deals…")).ToBeHiddenAsync();
            if (await again.IsVisibleAsync())
            {
                await Expect(room.App.GetByRole(AriaRole.Alert)).ToContainTextAsync("token");
                await again.ClickAsync();
            }
        }

        await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen", "Project Dogwood"]);
    }

    [Fact]
    public async Task Cleared_fault_does_not_apply()
    {
        await using var room = await OpenAsync();

        await ArmAsync(room, "Next query: 503");
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Clear faults" }).ClickAsync();
        await Expect(Armed(room)).ToHaveCountAsync(0);
        await SetFilterAsync(room);

        await Expect(room.Deals()).ToHaveTextAsync(["Project Aspen", "Project Dogwood"]);
    }

    [Fact]
    public async Task HTTP_calls_are_in_the_message_log()
    {
        await using var room = await OpenAsync();

        await SetFilterAsync(room);
        await Expect(room.Deals()).ToHaveCountAsync(2);

        await Expect(room.Page.Locator("#log .http").Last).ToContainTextAsync("POST /graphql");
        await Expect(room.Page.Locator("#log .http").Last).ToContainTextAsync("200");
    }

    private async Task<DealRoomPage> OpenAsync()
    {
        var room = await DealRoomPage.OpenAsync(chromium, new DealRoomOptions { ExpectsComplaints = true });
        await room.ConnectedAsync();
        await room.Page.GetByText("Faults", new() { Exact = true }).ClickAsync();
        return room;
    }

    private static ILocator Armed(DealRoomPage room) => room.Page.Locator("button[aria-pressed=true]");

    private static async Task ArmAsync(DealRoomPage room, string button)
    {
        await room.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(Armed(room)).ToHaveTextAsync([button]);
        await Expect(room.Page.Locator("#fault-status")).ToHaveTextAsync($"{button}: armed");
    }

    /// <summary>Sets a filter, which makes the App query again.</summary>
    private static async Task SetFilterAsync(DealRoomPage room)
    {
        await room.Page.GetByLabel("Field").SelectOptionAsync("Stage");
        await room.Page.GetByLabel("Value").FillAsync("pitch");
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
    }

    /// <summary>Expects that the page reports a fault once, and that its button is no longer pressed.</summary>
    private static async Task ExpectReportAsync(DealRoomPage room, string button, string reported)
    {
        await Expect(room.Page.Locator("#fault-status")).ToContainTextAsync($"POST /graphql, injected fault: {reported}, at ");
        await Expect(room.Page.Locator("#log .http", new() { HasText = $"injected fault: {reported}" })).ToHaveCountAsync(1);
        await Expect(Armed(room)).ToHaveCountAsync(0);
        await room.ScreenshotAsync("fault-" + button.Split(": ")[1].Replace(' ', '-'));
    }
}
