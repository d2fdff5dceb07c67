using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Pitchly.Emulator;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests the emulator's own pages: accessibility rules, keyboard use, many rows, and the clock.</summary>
public sealed class EmulatorPageTests(Chromium chromium)
{
    private const int ManyRows = 5_000;

    public static TheoryData<ColorScheme, int> Looks =>
        new() { { ColorScheme.Light, 1280 }, { ColorScheme.Dark, 1280 }, { ColorScheme.Light, 390 }, { ColorScheme.Dark, 390 } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_has_no_accessibility_violations(ColorScheme colors, int width)
    {
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: Cancellation);
        await using var context = await chromium.NewContextAsync(
            new() { ColorScheme = colors, ViewportSize = new() { Width = width, Height = 1000 } });
        var page = await OpenAsync(context, emulator);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        emulator.User.Select([await page.Locator("#rows tr input").First.EvaluateAsync<string>("tick => tick.id.slice(4)")]);
        await Expect(page.Locator("tr.picked")).ToHaveCountAsync(1);
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"page-{colors}-{width}.png"), FullPage = true });

        await HasNothingAsync(page);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Consent_page_has_no_accessibility_violations(ColorScheme colors, int width)
    {
        await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Consent = UserConsent.Ask }, Cancellation);
        await using var context = await chromium.NewContextAsync(
            new() { ColorScheme = colors, ViewportSize = new() { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(emulator.Origin, $"/oauth/authorize?response_type=code&client_id={emulator.AppId}").AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"consent-{colors}-{width}.png") });

        await HasNothingAsync(page);
    }

    [Fact]
    public async Task A_person_approves_in_a_browser()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Consent = UserConsent.Ask }, Cancellation);
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        var back = page.WaitForRequestAsync(
            request => request.Url.StartsWith("http://localhost:5000/signin-pitchly?code=", StringComparison.Ordinal));
        await page.GotoAsync(
            new Uri(emulator.Origin, $"/oauth/authorize?response_type=code&state=s&client_id={emulator.AppId}").AbsoluteUri);

        var other = await page.Locator("#person option").Last.GetAttributeAsync("value");
        await page.GetByLabel("Signed in as").SelectOptionAsync(other!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("&state=s", (await back).Url, StringComparison.Ordinal);
        Assert.Equal(other, emulator.User.UserId);
    }

    [Fact]
    public async Task Every_control_is_reachable_by_keyboard()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: Cancellation);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, emulator);

        await page.GetByLabel("Select Project Aspen").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#count")).ToHaveTextAsync("8 rows shown, 1 selected");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#count")).ToHaveTextAsync("8 rows shown, 2 selected");

        await page.GetByText("Clock", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#clock-ahead")).ToHaveTextAsync("It was moved forward by 10 min.");
    }

    [Fact]
    public async Task Tick_on_a_page_with_many_rows_takes_at_most_100_ms()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Platform = Many() }, Cancellation);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, emulator);
        await Expect(page.Locator("#count")).ToHaveTextAsync($"{ManyRows} rows shown, 0 selected");
        Assert.InRange(await page.Locator("#rows tr").CountAsync(), 10, 200);

        // Take the best of ten runs, because other programs use the machine too.
        var best = double.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            best = Math.Min(best, await page.EvaluateAsync<double>(Tick, i));
        }

        Assert.InRange(best, 0, 100);
        Assert.Equal(10, emulator.User.Selection.Count);
    }

    [Fact]
    public async Task Last_of_many_rows_can_be_reached_and_selected()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { Platform = Many() }, Cancellation);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, emulator);

        await page.Locator("#grid").FocusAsync();
        await page.Keyboard.PressAsync("End");

        await Expect(page.GetByLabel($"Select Row {ManyRows}", new() { Exact = true })).ToBeInViewportAsync();
        await Expect(page.Locator("#rows tr").Last).ToHaveAttributeAsync("aria-rowindex", $"{ManyRows + 1}");
        await page.GetByLabel($"Select Row {ManyRows}", new() { Exact = true }).CheckAsync();
        await Expect(page.Locator("#count")).ToHaveTextAsync($"{ManyRows} rows shown, 1 selected");
        await HasNothingAsync(page);
    }

    [Fact]
    public async Task Token_lifetime_is_updated_when_the_clock_moves()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await room.Page.GetByText("Clock", new() { Exact = true }).ClickAsync();
        var now = room.Page.Locator(".timeline [aria-current=time]");
        await Expect(now).ToContainTextAsync("valid for");

        await room.Page.GetByRole(AriaRole.Button, new() { Name = "2 hours forward" }).ClickAsync();

        await Expect(now).ToHaveTextAsync("now: expired");
        await Expect(room.Page.Locator("#clock-ahead")).ToHaveTextAsync("It was moved forward by 2 h 0 min.");
        await room.ScreenshotAsync("clock");
    }

    /// <summary>A script that measures the time from a click on a row's checkbox to the updated count from the server.</summary>
    private const string Tick = """
        index => new Promise(done => {
          const count = document.getElementById('count');
          const start = performance.now();
          const watch = new MutationObserver(() => {
            if (count.textContent.endsWith(`${index + 1} selected`)) {
              watch.disconnect();
              done(performance.now() - start);
            }
          });
          watch.observe(count, { childList: true });
          document.querySelectorAll('#rows input')[index].click();
        })
        """;

    private static async Task<IPage> OpenAsync(IBrowserContext context, PitchlyEmulator emulator)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(emulator.Origin.AbsoluteUri);
        await Expect(page.Locator("#rows tr").First).ToBeVisibleAsync();
        return page;
    }

    private static async Task HasNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join("\n", result.Violations.Select(one =>
            $"{one.Id}: {one.Help}: {string.Join(" ", one.Nodes.Select(node => node.Html))}")));
    }

    private static PlatformOptions Many() => new()
    {
        Organizations =
        [
            new OrganizationOptions
            {
                Name = "Many",
                Databases =
                [
                    new DatabaseOptions
                    {
                        Name = "Rows",
                        Fields = [new FieldOptions { Name = "Name" }, new FieldOptions { Name = "A" }, new FieldOptions { Name = "B" },
                            new FieldOptions { Name = "C" }],
                        Rows = [.. Enumerable.Range(1, ManyRows).Select(
                            i => new JsonObject { ["Name"] = $"Row {i}", ["A"] = "some text", ["B"] = "more text", ["C"] = "yet more" })],
                    },
                ],
            },
        ],
    };
}
